-- Access to one property that its owner gave by a link. The link's token stands here only as a hash.
create table bot.grants (
  id text primary key,
  code text not null,
  giver_id text not null,
  -- The party the giver was on record when it was given: the grant lasts as long as that party's title.
  giver_hash text not null,
  giver_mobile_hash text not null,
  token_hash text not null unique,
  days smallint not null check (days between 1 and 90),
  given_at timestamptz not null,
  opens_until timestamptz not null,
  -- The first account that opened the link; nobody else may.
  opened_by text,
  accepted_at timestamptz,
  ends_at timestamptz,
  taken_back_at timestamptz,
  check ((accepted_at is null) = (ends_at is null)),
  check (accepted_at is null or opened_by is not null)
);
create index grants_of_representative on bot.grants (opened_by, ends_at) where accepted_at is not null;
create index grants_of_giver on bot.grants (giver_hash, giver_mobile_hash);
create index grants_by_giver_account on bot.grants (giver_id);

-- Mobiles that an account proved before its data was erased. By whom is not kept: a number that changed hands
-- is still noticed.
create table bot.former_proofs (
  mobile_hash text primary key,
  first_proven_at timestamptz not null
);
