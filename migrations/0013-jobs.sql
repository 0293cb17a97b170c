-- Work that comes by itself, each kind done by one worker of the fleet at a time.
create table bot.jobs (
  name text primary key,
  -- By the database's clock.
  due_at timestamptz not null default now(),
  -- Who does it now; a job in the hands of a dead worker is free.
  worker text
);

-- For which day the citizen was reminded; a visit that is moved has another day.
alter table bot.bookings add column reminded_of date;
create index bookings_ahead on bot.bookings (day) where status = 'booked';
create index bookings_held on bot.bookings (held_until) where status = 'held';
