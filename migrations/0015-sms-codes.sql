-- Codes sent by SMS to a mobile on file. Neither the number nor the code stands here in the clear.
create table bot.sms_codes (
  id text primary key,
  citizen_id text not null,
  mobile_hash text not null,
  code_hash text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  -- When the mobile was found on record and its message given to the gateway; until then no code is right.
  released_at timestamptz,
  tries smallint not null default 0 check (tries between 0 and 5),
  -- Used, or given up for a newer one.
  ended_at timestamptz
);
create index sms_codes_of_citizen on bot.sms_codes (citizen_id, asked_at desc);
create index sms_codes_of_mobile on bot.sms_codes (mobile_hash, asked_at desc);
create index sms_codes_by_age on bot.sms_codes (asked_at);

-- Messages on their way: number and code encrypted, gone once sent or too late.
create table bot.sms_outbox (
  code_id text primary key references bot.sms_codes on delete cascade,
  mobile_hash text not null,
  sealed text not null,
  locale text not null check (locale in ('fa', 'en')),
  expires_at timestamptz not null,
  -- Nobody takes it before: another worker has it in hand, or the gateway has just refused it.
  due_at timestamptz not null,
  attempts smallint not null default 0
);
create index sms_outbox_due on bot.sms_outbox (due_at);
