import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { removeRestingLines } from './resting-lines.ts';
import type { SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** Telegram gives an update again for 24 hours at most. */
const CLAIMS_KEPT_MS = 48 * 3_600_000;
/** By then somebody has looked into why an update could not be dealt with. */
const SET_ASIDE_KEPT_MS = 90 * 24 * 3_600_000;

/** Removes what has served its time: claims of updates that can't come again, conversations long at rest. */
export async function cleanUp<Tables extends BotTables>(
  database: Kysely<Tables>,
  sessions: SessionStore,
  now: Date,
  logger: Logger,
): Promise<void> {
  const db = database as unknown as Kysely<BotTables>;
  const before = new Date(now.getTime() - CLAIMS_KEPT_MS);
  await db.deleteFrom('update_claims').where('claimed_at', '<', before).execute();
  await db.deleteFrom('bot.failed_tries').where('last_at', '<', before).execute();
  const longAgo = new Date(now.getTime() - SET_ASIDE_KEPT_MS);
  await db.deleteFrom('bot.set_aside').where('at', '<', longAgo).execute();
  await removeRestingLines(db, sessions, now, logger);
  await sessions.purge(now);
}
