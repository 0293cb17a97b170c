-- Citizens who talk with staff, and the topic of the staff's group in which they are answered.
create table bot.operator_topics (
  citizen_id text primary key,
  -- What staff see instead of a name or a number.
  label bigint generated always as identity,
  citizen_chat_id bigint not null,
  -- What the citizen writes goes to staff now. Staff may answer at any time.
  open boolean not null,
  -- Absent until the first message; another group means another topic.
  group_id bigint,
  thread_id bigint,
  check ((group_id is null) = (thread_id is null)),
  unique (group_id, thread_id)
);
