-- How often a language model was asked today, for the limits of a day: for each citizen, and for all (citizen_id '').
create table bot.model_uses (
  day date not null,
  citizen_id text not null,
  used integer not null,
  primary key (day, citizen_id)
);

-- What asking it has cost, day by day.
create table bot.model_costs (
  day date primary key,
  calls integer not null,
  -- Calls that brought nothing to use, for whatever reason.
  useless integer not null,
  prompt_tokens bigint not null,
  completion_tokens bigint not null
);
