-- What the messenger's edge remembers: updates dealt with, messages on their way, conversations.

-- A set, not a high-water mark: updates arrive late, again and out of order.
create table update_claims (
  bot_id bigint not null,
  update_id bigint not null,
  claimed_at timestamptz not null default now(),
  primary key (bot_id, update_id)
);
create index update_claims_by_age on update_claims (claimed_at);

-- Written in the transaction of the turn that answers, emptied as the messenger takes each message.
create table outbox (
  id bigint generated always as identity primary key,
  bot_id bigint not null,
  -- update id and place among its answers: 4711:0
  key text not null,
  chat_id bigint not null,
  method text not null check (method in ('sendMessage', 'sendVenue')),
  payload jsonb not null,
  created_at timestamptz not null default now(),
  unique (bot_id, key)
);

-- Conversations, where no Redis holds them.
create table sessions (
  key text primary key,
  state jsonb not null,
  version bigint not null,
  updated_at timestamptz not null default now()
);
create index sessions_by_age on sessions (updated_at);
