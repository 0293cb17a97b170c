import { randomBytes } from 'node:crypto';
import type { Update } from 'grammy/types';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { NEW_STATE } from '../dialogue/state.ts';
import type { Incoming } from '../dialogue/turn.ts';
import { say } from '../wording/sentence.ts';
import type { Wording } from '../wording/wording.ts';
import type { Decided } from './decide-turn.ts';
import type { Place } from './line-queue.ts';
import { renderReply } from './render-reply.ts';
import type { Conversation } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** So often a turn is tried that throws; then its update is set aside. */
export const MOST_TRIES = 3;
/**
 * One that ended with its process may have been a bystander the first time; from then on it is taken alone. Processes
 * that are killed every few seconds take every tenth such turn with them, so three deaths would not prove it guilty.
 */
export const MOST_DEATHS = 1 + 5;

/** Counts a turn that has thrown, together with the times it ended with its process. */
export async function countFailedTry(
  db: Kysely<BotTables>,
  { botId, updateId }: { botId: number; updateId: number },
): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into bot.failed_tries as f (bot_id, update_id, tries) values (${botId}, ${updateId}, 1)
    on conflict (bot_id, update_id) do update set tries = f.tries + 1, last_at = now()
    returning tries`.execute(db);
  return rows[0]!.tries;
}

/**
 * An apology with an id that the log names too. A state that fails twice in a row may be what fails: kept, it
 * would fail this citizen for ever, so the conversation begins anew.
 *
 * @param failure undefined when the turn did not throw but ended its process
 */
export function givenUp(
  failure: unknown,
  update: Update,
  { citizenId, now }: Pick<Incoming, 'citizenId' | 'now'>,
  { state, version, stumbled }: Conversation & Pick<Place, 'stumbled'>,
  { wording, logger }: { wording: Wording; logger: Logger },
): Decided {
  const errorId = randomBytes(3).toString('hex');
  const cause = failure ?? new Error('the process ended with this turn every time');
  logger.error({ err: cause, bug: errorId, update }, 'a turn failed');
  const { locale } = state ?? NEW_STATE;
  return {
    citizenId,
    now,
    session: stumbled ? { state: { ...NEW_STATE, locale }, version } : null,
    effects: [],
    messages: renderReply({ lines: [say('edge-bug', { id: errorId })] }, wording, locale),
    setAside: { kind: kindOf(update), errorId },
    locale,
    intent: 'none',
    outcome: 'bug',
  };
}

/** What came, not what was in it. */
export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'none';
}
