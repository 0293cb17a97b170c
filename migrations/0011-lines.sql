-- The order of turns over all processes.

-- One line for every chat or topic: whoever comes first in it has the turn.
create table bot.lines (
  line text primary key,
  -- Tickets in order of arrival, like worker/number/update.
  queue text[] not null,
  -- The ticket whose turn has begun; stays when it has ended.
  begun text,
  -- The last turn here failed by a bug.
  stumbled boolean not null default false,
  -- What the last turn left, where conversations are kept in Redis: it goes on from here whatever becomes of Redis.
  state jsonb,
  is_saved boolean not null default true,
  touched_at timestamptz not null default now()
) with (fillfactor = 50);

-- Updates whose turn has failed by a bug, or ended with its process.
create table bot.failed_tries (
  bot_id bigint not null,
  update_id bigint not null,
  tries integer not null,
  last_at timestamptz not null default now(),
  primary key (bot_id, update_id)
);

-- Updates that were given up. What was in them stays with the messenger.
create table bot.set_aside (
  bot_id bigint not null,
  update_id bigint not null,
  kind text not null,
  -- What the citizen was told and the log names.
  error_id text not null,
  at timestamptz not null default now(),
  primary key (bot_id, update_id)
);

-- Rolls back the statement or transaction it is called in, and says why.
create function bot.refuse(reason text) returns text language plpgsql as $$
begin
  raise exception using errcode = 'PK001', message = reason;
end
$$;
