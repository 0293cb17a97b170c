-- Sending over a fleet: whose row it is, what may wait, and the pace Telegram allows.

alter table outbox
  -- Who sends it. Null for bulk, which one worker at a time sends, and for rows of earlier versions.
  add column worker text,
  -- Written by another worker than the one that sends it, which has to find it.
  add column handed_over boolean not null default false,
  -- News and reminders: they wait for the pace of the whole fleet. Replies leave at once.
  add column bulk boolean not null default false;
create index outbox_of_chat on outbox (bot_id, chat_id, id);
create index outbox_of_worker on outbox (bot_id, worker, id) where not bulk;
create index outbox_in_bulk on outbox (bot_id, id) where bulk;

-- When the next bulk message may leave, and the worker that sends them now.
create table bot.bulk_pace (
  bot_id bigint primary key,
  next_at timestamptz not null,
  holder text not null
);

-- When messages to a group left of late, the last one at the end.
create table bot.group_pace (
  bot_id bigint not null,
  chat_id bigint not null,
  taken timestamptz[] not null,
  primary key (bot_id, chat_id)
);

-- Chats that take nothing from the bot any more, until their citizen writes again.
create table bot.closed_chats (
  bot_id bigint not null,
  chat_id bigint not null,
  closed_at timestamptz not null default now(),
  primary key (bot_id, chat_id)
);
