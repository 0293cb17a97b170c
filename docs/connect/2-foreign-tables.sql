-- Only where the views may not lie in the municipal database itself: a small PostgreSQL beside it, which sees the
-- tables through a foreign data wrapper (postgres_fdw here; tds_fdw for SQL Server, oracle_fdw for Oracle).
-- psql -v host=… -v port=… -v dbname=… -v user=… -v password=… -f 2-foreign-tables.sql
create extension postgres_fdw;

create server municipality foreign data wrapper postgres_fdw
  options (host :'host', port :'port', dbname :'dbname', fetch_size '5000');

-- A user of the municipal system who may read these tables and nothing else.
create user mapping for current_user server municipality
  options (user :'user', password :'password');

create schema shahrsazi;
import foreign schema shahrsazi from server municipality into shahrsazi;
