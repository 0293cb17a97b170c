import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { saveConversation } from './conversation.ts';
import { citizenIdOf } from './read-update.ts';
import { readState, type SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** So long a conversation stays with its line after the last turn: an outage of Redis finds it there. */
const REST_MS = 3_600_000;
const AT_ONCE = 500;

/**
 * Removes lines in which nothing has happened for an hour. What Redis could not take in its time is written there
 * first; while Redis is down those lines stay.
 */
export async function removeRestingLines(
  db: Kysely<BotTables>,
  sessions: SessionStore,
  now: Date,
  logger: Logger,
): Promise<void> {
  const before = new Date(now.getTime() - REST_MS);
  const { rows } = await sql<{ line: string; state: unknown }>`
    select line, state from bot.lines
    where touched_at < ${before} and not is_saved limit ${AT_ONCE}`.execute(db);
  for (const { line, state: stored } of rows) {
    const state = readState(stored);
    const conversation = { state, version: null };
    const saved = state
      ? await saveConversation(citizenOf(line), { ...conversation, state }, { sessions, logger })
      : 'saved';
    if (saved === 'not-saved') return;
    await db
      .updateTable('bot.lines')
      .set({ is_saved: true })
      .where('line', '=', line)
      .where('touched_at', '<', before)
      .execute();
  }
  // One in use is left alone: turns that take many lines together, each in its order, must not meet one that waits.
  await sql`
    with resting as (
      select line from bot.lines l where touched_at < ${before} and is_saved and not exists (
        select from unnest(l.queue) as ticket join bot.workers w on w.id = split_part(ticket, '/', 1)
        where w.alive_until > clock_timestamp()
      )
      for update skip locked
    )
    delete from bot.lines l using resting where l.line = resting.line`.execute(db);
}

/** Conversations are held in private chats, which have the number of their person. */
function citizenOf(line: string): string {
  return citizenIdOf(Number(line.slice(line.lastIndexOf(':') + 1)));
}
