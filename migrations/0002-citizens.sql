-- What citizens have proven and who looked at what. No number or id stands here in the clear.
create schema if not exists bot;

-- One row per account and mobile ever proven: an account is asked again when another proved its mobile before.
create table bot.proofs (
  citizen_id text not null,
  mobile_hash text not null,
  mobile_masked text not null,
  first_proven_at timestamptz not null,
  proven_at timestamptz not null,
  -- The party on record chosen by its national id.
  national_id_hash text,
  party_proven_at timestamptz,
  primary key (citizen_id, mobile_hash),
  check ((national_id_hash is null) = (party_proven_at is null))
);
create index proofs_by_mobile on bot.proofs (mobile_hash, first_proven_at);

-- Codes and national ids that led nowhere, counted against guessing.
create table bot.misses (
  id bigint generated always as identity primary key,
  citizen_id text not null,
  what text not null check (what in ('code', 'national-id')),
  at timestamptz not null
);
create index misses_of_citizen on bot.misses (citizen_id, what, at desc);

create table bot.audit (
  id bigint generated always as identity primary key,
  citizen_id text not null,
  at timestamptz not null,
  intent text not null,
  outcome text not null,
  object_hash text,
  facts text[] not null
);
create index audit_of_citizen on bot.audit (citizen_id, at desc);
create index audit_of_object on bot.audit (object_hash, at desc) where object_hash is not null;

create function bot.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% only grows: its rows are neither changed nor removed', tg_table_name;
end $$;

create trigger audit_only_grows before update or delete or truncate on bot.audit
  for each statement execute function bot.refuse_change();
