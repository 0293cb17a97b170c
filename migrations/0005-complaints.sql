-- What citizens have complained about. The text stays readable: staff have to read it.
create table bot.complaints (
  id bigint generated always as identity primary key,
  -- What the citizen is given: C-4F7K2M
  number text not null unique,
  citizen_id text not null,
  -- One complaint per draft, however often it is sent.
  draft_id text not null,
  about text not null check (about in ('neighbour', 'urban', 'official', 'delay')),
  -- Null where the citizen can't tell.
  district integer,
  text text not null check (char_length(text) between 1 and 1000),
  -- The messenger's id of the picture; the picture itself stays with the messenger.
  photo text,
  lat double precision,
  lon double precision,
  -- The citizen's own request, where its delay is complained about.
  request_no text,
  filed_at timestamptz not null,
  unique (citizen_id, draft_id),
  check ((lat is null) = (lon is null))
);
create index complaints_of_citizen on bot.complaints (citizen_id, filed_at desc);
create index complaints_by_district on bot.complaints (district, filed_at);

-- The bot sends pictures too.
alter table outbox drop constraint outbox_method_check;
alter table outbox add constraint outbox_method_check
  check (method in ('sendMessage', 'sendVenue', 'sendPhoto'));
