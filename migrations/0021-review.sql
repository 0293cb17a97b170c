-- What was not understood, for staff to learn from: masked, and nobody's. A row holds no trace of who wrote it.
create table bot.review (
  id text primary key,
  day date not null,
  -- Words of a closed list and placeholders, nothing else.
  masked text not null,
  reason text not null check (reason in ('not-understood', 'none-of-these', 'not-that')),
  -- What it was taken for, or would have been; by the classifier's own measure.
  guessed text not null,
  confidence real not null,
  -- What the citizen pressed right after it.
  chosen text
);
create index review_by_day on bot.review (day);
