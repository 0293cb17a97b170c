-- The user of the import: it sees these views and nothing beneath them, and can write nothing anywhere.
-- psql -v reader=pasokh_reader -v password=… -f 4-reader.sql
create role :"reader" login password :'password' connection limit 4;
alter role :"reader" set default_transaction_read_only = on;
revoke create on schema public from public;
grant usage on schema pasokh_out to :"reader";
grant select on all tables in schema pasokh_out to :"reader";
-- Views that are made anew later are seen too.
alter default privileges in schema pasokh_out grant select on tables to :"reader";
