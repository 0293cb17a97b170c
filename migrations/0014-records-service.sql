-- Changes that a records service tells: they belong to no import.
alter table records.events alter column import_id drop not null;

-- Up to which change the records service has been read. It moves in the transaction that notes the changes.
create table records.service_cursor (
  is_only boolean primary key default true check (is_only),
  cursor text not null
);
