-- What comes to a citizen by itself: news of a property, and answers to questions asked while the records were down.

create table bot.subscriptions (
  citizen_id text not null,
  chat_id bigint not null,
  -- The property.
  code text collate "C" not null,
  topic text not null check (topic in ('requests', 'bills', 'certificates')),
  -- Only what is recorded after it is news to this citizen.
  after_event bigint not null,
  created_at timestamptz not null,
  primary key (citizen_id, code, topic)
);
create index subscriptions_by_property on bot.subscriptions (code, topic);
create index subscriptions_by_chat on bot.subscriptions (chat_id);

-- Up to which event subscribers have been told. It moves in the transaction that puts the messages into the outbox.
create table bot.news_cursor (
  is_only boolean primary key default true check (is_only),
  event_id bigint not null
);
insert into bot.news_cursor (event_id) select coalesce(max(id), 0) from records.events;

-- One a citizen: a newer question takes the place of an older one.
create table bot.kept_questions (
  citizen_id text primary key,
  -- Tells this question from an earlier one of the same citizen.
  id text not null,
  chat_id bigint not null,
  wish jsonb not null,
  asked_at timestamptz not null
);
create index kept_questions_by_age on bot.kept_questions (asked_at);
