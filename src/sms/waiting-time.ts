import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import { SMS_LIMITS } from './limits.ts';
import type { SmsTables } from './tables.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Until when no code is given out to this account or for this mobile; null when one may be asked for. Every
 * code asked for counts, whether or not its mobile is on record.
 */
export async function waitingTime(
  db: Kysely<SmsTables>,
  who: { citizenId: string; mobileHash: KeyedHash },
  now: Date,
): Promise<Date | null> {
  const lastHour = new Date(now.getTime() - HOUR_MS);
  const newestFirst = await db
    .selectFrom('bot.sms_codes')
    .select(['citizen_id', 'mobile_hash', 'asked_at'])
    .where((eb) =>
      eb.or([eb('citizen_id', '=', who.citizenId), eb('mobile_hash', '=', who.mobileHash)]),
    )
    .where('asked_at', '>', lastHour)
    .orderBy('asked_at', 'desc')
    .execute();
  const ofAccount = newestFirst.filter((row) => row.citizen_id === who.citizenId);
  const ofMobile = newestFirst.filter((row) => row.mobile_hash === who.mobileHash);
  const ofAll = await db
    .selectFrom('bot.sms_codes')
    .select('asked_at')
    .where('asked_at', '>', new Date(now.getTime() - MINUTE_MS))
    .orderBy('asked_at', 'desc')
    .limit(SMS_LIMITS.perMinute)
    .execute();
  const ends = [
    freeAgain(ofAccount, SMS_LIMITS.perAccountAnHour, HOUR_MS),
    freeAgain(ofMobile, SMS_LIMITS.perMobileAnHour, HOUR_MS),
    freeAgain(ofAll, SMS_LIMITS.perMinute, MINUTE_MS),
  ];
  const latest = Math.max(...ends);
  return latest > now.getTime() ? new Date(latest) : null;
}

/** When the oldest of as many as are allowed leaves the span; 0 while there are fewer. */
function freeAgain(newestFirst: readonly { asked_at: Date }[], allowed: number, spanMs: number) {
  const oldest = newestFirst[allowed - 1];
  return oldest ? oldest.asked_at.getTime() + spanMs : 0;
}
