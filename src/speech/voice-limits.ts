import { type Kysely, sql } from 'kysely';
import { tehranDate } from '../language/jalali.ts';
import type { SpeechTables } from './tables.ts';

/** What listening may cost a day, over all processes. */
export interface VoiceLimits {
  perCitizen: number;
  inAll: number;
}

const VOICE_LIMITS: VoiceLimits = { perCitizen: 20, inAll: 2_000 };

/** Of all citizens together. */
const ALL = '';

/**
 * Counts one voice note before it is listened to; false when that would be one too many. It counts at once and
 * not with the turn, because what has been listened to has its cost even if the turn is never committed.
 */
export async function countVoice(
  db: Kysely<SpeechTables>,
  { citizenId, now }: { citizenId: string; now: Date },
  { perCitizen, inAll }: VoiceLimits = VOICE_LIMITS,
): Promise<boolean> {
  const day = tehranDate(now);
  if (!(await countUpTo(db, day, citizenId, perCitizen))) return false;
  return countUpTo(db, day, ALL, inAll);
}

/** One statement, so that rivals in other processes cannot both be the last. */
async function countUpTo(
  db: Kysely<SpeechTables>,
  day: string,
  citizenId: string,
  most: number,
): Promise<boolean> {
  const counted = await db
    .insertInto('bot.voice_uses')
    .values({ day, citizen_id: citizenId, used: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'citizen_id'])
        .doUpdateSet({ used: sql`bot.voice_uses.used + 1` })
        .where('bot.voice_uses.used', '<', most),
    )
    .returning('used')
    .executeTakeFirst();
  return counted !== undefined;
}

/** They serve the limits of a day alone. */
export async function forgetOldVoiceUses(db: Kysely<SpeechTables>, now: Date): Promise<void> {
  await db.deleteFrom('bot.voice_uses').where('day', '<', tehranDate(now)).execute();
}
