-- The processes that take turns and send messages. Each one says every second that it is alive; by the database's clock.
create table bot.workers (
  id text primary key,
  alive_until timestamptz not null
);
