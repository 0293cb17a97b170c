-- Visits that are moved: the booking and its tracking code stay, its place is another.

-- A place kept for a visit that is being moved. It never becomes a visit of its own.
alter table bot.bookings
  add column moving_id bigint references bot.bookings (id) on delete cascade,
  add constraint bookings_moving_is_a_hold check (moving_id is null or status = 'held');
create index bookings_by_moved on bot.bookings (moving_id) where moving_id is not null;

-- One row per move, with the place that was given up; a draft moves a visit once, however often it is pressed.
create table bot.moves (
  id bigint generated always as identity primary key,
  booking_id bigint not null references bot.bookings (id) on delete cascade,
  draft_id text not null,
  inspector_id text not null,
  day date not null,
  from_time text not null,
  moved_at timestamptz not null,
  unique (booking_id, draft_id)
);
