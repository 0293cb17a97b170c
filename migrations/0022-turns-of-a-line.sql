-- How many turns of the line are over. Who comes to be first while the last one is being committed has waited for
-- that commit with a question asked before it, and sees by this number that its answer is of yesterday.
alter table bot.lines add column turns bigint not null default 0;
