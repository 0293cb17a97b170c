-- Visits citizens have booked, and places kept for a few minutes while they decide.
create table bot.bookings (
  id bigint generated always as identity primary key,
  citizen_id text not null,
  -- One booking per draft, however often it is confirmed.
  draft_id text not null,
  status text not null
    check (status in ('held', 'booked', 'done', 'owner-absent', 'cancelled', 'moved')),
  service text,
  district integer not null,
  address text not null,
  code text,
  lat double precision,
  lon double precision,
  inspector_id text not null,
  day date not null,
  -- Asia/Tehran, as HH:MM
  from_time text not null check (from_time ~ '^\d\d:\d\d$'),
  to_time text not null check (to_time ~ '^\d\d:\d\d$'),
  -- What is visited and for which service.
  subject_key text not null,
  -- Kept or booked and still ahead, as far as anyone has noticed.
  open boolean not null,
  held_until timestamptz,
  tracking_code text unique,
  created_at timestamptz not null,
  booked_at timestamptz,
  ended_at timestamptz,
  unique (citizen_id, draft_id),
  check ((status = 'held') = (held_until is not null)),
  check ((status = 'held') = (tracking_code is null))
);

-- An inspector is at one place at a time: this decides between rivals, not the program.
create unique index bookings_one_per_place on bot.bookings (inspector_id, day, from_time)
  where status in ('held', 'booked', 'done', 'owner-absent');
create unique index bookings_one_open_per_subject on bot.bookings (subject_key) where open;
create index bookings_of_citizen on bot.bookings (citizen_id, day);
