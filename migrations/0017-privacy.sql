-- Which key hashes, who looked as what, which codes are guessed at, seals over the audit, whom to forget again.

-- The PII_KEY under which every hash in this database was made. It changes in the transaction of an import.
create table bot.pii_key (
  is_only boolean primary key default true check (is_only),
  -- An HMAC of a constant: tells keys apart, and nothing about them.
  mark text not null,
  since timestamptz not null
);

-- As what the citizen was shown it; empty where nothing was shown.
alter table bot.audit add column roles text[] not null default '{}';

-- One seal a batch of audit rows, each over the one before it: a row that is changed, taken out or put in later
-- breaks the chain.
create table bot.audit_seals (
  number bigint primary key,
  -- The batch begins behind the one before.
  through_id bigint not null,
  row_count integer not null,
  sealed_at timestamptz not null,
  -- Which SIGNING_KEY the seal is derived from.
  key_mark text not null,
  seal text not null
);
create trigger audit_seals_only_grow before update or delete or truncate on bot.audit_seals
  for each statement execute function bot.refuse_change();

-- What was guessed at, so that one record is not tried out from many accounts.
alter table bot.misses add column object_hash text;
create index misses_of_object on bot.misses (object_hash, at desc) where object_hash is not null;
create index misses_by_time on bot.misses (at);

-- Accounts whose data was erased, as keyed hashes: what a backup brings back is erased again.
create table bot.erasures (
  account_hash text not null,
  at timestamptz not null,
  primary key (account_hash, at)
);
