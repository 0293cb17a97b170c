import type { Kysely } from 'kysely';
import type { BotTables } from './bot/tables.ts';
import type { ComplaintTables } from './complaints/tables.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { NotificationTables } from './notifications/tables.ts';
import type { Tables } from './tables.ts';

const DAY_MS = 86_400_000;

/** How many days the words of citizens, and words for them, stay; conversations rest for `SESSION_DAYS`. */
export const RETENTION_DAYS = {
  /** An answer nobody could be given for a week answers nothing any more. */
  outbox: 7,
  /** They are answered or given up within a day, unless the bot stood still. */
  keptQuestions: 7,
  /** Two years: for as long as a complaint may be taken up again. It is the municipality's record until then. */
  complaints: 730,
  /** Longer than any backup is kept, which alone could bring back what was erased. */
  erasures: 400,
} as const;

/** Removes what has been kept long enough. Any number of processes may. */
export async function forgetOld(db: Kysely<Tables>, now: Date): Promise<void> {
  const before = (what: keyof typeof RETENTION_DAYS) =>
    new Date(now.getTime() - RETENTION_DAYS[what] * DAY_MS);
  const bot = db as unknown as Kysely<BotTables>;
  await bot.deleteFrom('outbox').where('created_at', '<', before('outbox')).execute();
  const news = db as unknown as Kysely<NotificationTables>;
  await news
    .deleteFrom('bot.kept_questions')
    .where('asked_at', '<', before('keptQuestions'))
    .execute();
  const complaints = db as unknown as Kysely<ComplaintTables>;
  await complaints
    .deleteFrom('bot.complaints')
    .where('filed_at', '<', before('complaints'))
    .execute();
  const identity = db as unknown as Kysely<IdentityTables>;
  await identity.deleteFrom('bot.erasures').where('at', '<', before('erasures')).execute();
}
