-- What the municipality has on record, as its files give it. Only the import writes here, in one
-- transaction a run; the keys are the files' natural keys. There are no foreign keys: an absent file leaves
-- its table as it is, and the import checks references itself, a batch at a time.
create schema records;

create table records.districts (
  district integer primary key,
  name text not null
);

create table records.offices (
  code text collate "C" primary key,
  name text not null,
  district integer,
  address text not null,
  phone text,
  lat double precision,
  lon double precision,
  services text[] not null,
  hours text
);

create table records.properties (
  code text collate "C" primary key,
  district integer not null,
  level text,
  address text not null,
  -- What the address begins with, where that is a street.
  street text,
  postal_code text,
  plate text,
  plate_section text,
  land_use text,
  deed_area_m2 double precision,
  built_area_m2 double precision,
  lat double precision,
  lon double precision,
  updated_at date
);

-- The streets of the addresses, kept by the import, so that no question has to read every property.
create table records.streets (
  district integer not null,
  name text collate "C" not null,
  primary key (district, name)
);

-- National ids and mobiles are keyed hashes beside masked forms; names are masked.
create table records.parties (
  id_hash text collate "C" primary key,
  id_masked text not null,
  name_masked text not null,
  mobile_hash text collate "C",
  mobile_masked text
);
create index parties_by_mobile on records.parties (mobile_hash) where mobile_hash is not null;

create table records.ownership (
  code text collate "C" not null,
  id_hash text collate "C" not null,
  role text collate "C" not null,
  dang double precision,
  valid_from date,
  valid_to date,
  primary key (code, id_hash, role)
);
create index ownership_by_party on records.ownership (id_hash);

create table records.requests (
  request_no text collate "C" primary key,
  service text not null,
  code text collate "C" not null,
  file_no text,
  applicant_hash text collate "C",
  office_code text,
  status text not null,
  stage text,
  opened_at date not null,
  due_on date,
  closed_at date,
  letter_no text,
  letter_from text
);
create index requests_by_property on records.requests (code);
create index requests_by_applicant on records.requests (applicant_hash) where applicant_hash is not null;

create table records.request_steps (
  request_no text collate "C" not null,
  seq integer not null,
  stage text not null,
  unit text,
  entered_at date not null,
  left_at date,
  outcome text,
  public_note text,
  primary key (request_no, seq)
);

create table records.certificates (
  code text collate "C" not null,
  kind text collate "C" not null,
  number text collate "C" not null,
  request_no text,
  issued_on date not null,
  valid_until date,
  status text not null,
  floors integer,
  units integer,
  area_m2 double precision,
  primary key (code, kind, number)
);

create table records.violations (
  code text collate "C" not null,
  no text collate "C" not null,
  kind text not null,
  floor text,
  area_m2 double precision,
  year integer,
  status text not null,
  decision_no text,
  decision_level text,
  decision text,
  fine_rials bigint,
  notified_on date,
  primary key (code, no)
);

create table records.charges (
  code text collate "C" not null,
  account text collate "C" not null,
  fiscal_year integer not null,
  principal_rials bigint not null,
  late_rials bigint not null,
  vat_rials bigint not null,
  discount_rials bigint not null,
  paid_rials bigint not null,
  primary key (code, account, fiscal_year)
);

create table records.bills (
  bill_id text collate "C" not null,
  payment_id text collate "C" not null,
  code text collate "C" not null,
  account text not null,
  amount_rials bigint not null,
  issued_on date,
  pay_by date,
  status text not null,
  primary key (bill_id, payment_id)
);
create index bills_by_property on records.bills (code);

-- A bill may be paid twice, at another time or under another trace number.
create table records.payments (
  bill_id text collate "C" not null,
  payment_id text collate "C" not null,
  -- A day, or a day and time of Asia/Tehran, in ISO form.
  paid_at text collate "C" not null,
  trace_no text collate "C" not null,
  amount_rials bigint not null,
  channel text,
  primary key (bill_id, payment_id, paid_at, trace_no)
);

create table records.holds (
  code text collate "C" not null,
  level text collate "C" not null,
  since date not null,
  until date,
  primary key (code, level, since)
);

create table records.staff (
  mobile_hash text collate "C" primary key,
  name text not null,
  role text not null,
  district integer,
  office_code text,
  daily_max integer
);

-- One row a run that changed or confirmed the records: how up to date an answer is.
create table records.imports (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- The files that were loaded; a table's first load tells nobody anything.
  files text[] not null
);
create index imports_by_time on records.imports (at);

-- What changed between two imports, for subscribers: written once, with the change itself.
create table records.events (
  id bigint generated always as identity primary key,
  import_id bigint not null references records.imports (id),
  kind text not null check (kind in ('request', 'bill', 'certificate')),
  -- The request number; the bill and payment id; the kind and number of the certificate.
  object_key text[] not null,
  code text collate "C" not null,
  -- What was known before; null when the object is new.
  before jsonb,
  after jsonb not null,
  at timestamptz not null
);
create index events_by_property on records.events (code);
