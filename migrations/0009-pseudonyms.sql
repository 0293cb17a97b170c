-- The audit names a citizen by a pseudonym. Whose it is stands here alone, and goes when a citizen's data is
-- erased: what was looked at remains on record, by whom can no longer be told.
create table bot.pseudonyms (
  citizen_id text primary key,
  pseudonym text not null unique default gen_random_uuid()::text
);

insert into bot.pseudonyms (citizen_id) select distinct citizen_id from bot.audit;
alter table bot.audit disable trigger audit_only_grows;
update bot.audit set citizen_id = known.pseudonym
  from bot.pseudonyms known where known.citizen_id = bot.audit.citizen_id;
alter table bot.audit enable trigger audit_only_grows;

alter table bot.audit rename column citizen_id to pseudonym;
alter index bot.audit_of_citizen rename to audit_of_pseudonym;
