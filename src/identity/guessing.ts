import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import { IDENTITY_LIMITS, type IdentityLimits } from './limits.ts';
import type { IdentityTables } from './tables.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Wrong codes and national ids of the whole city. */
export interface Guessing {
  misses: number;
  accounts: number;
  /** Records that more accounts were wrong about than citizens would be by mistake. */
  records: number;
}

/** Whether somebody guesses from many accounts, each of which keeps within its own limits. */
export async function isBesieged(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  now: Date,
): Promise<boolean> {
  const { siegeMisses, siegeMinutes } = limits;
  const since = new Date(now.getTime() - siegeMinutes * MINUTE_MS);
  const enough = await db
    .selectFrom('bot.misses')
    .select('id')
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .offset(siegeMisses - 1)
    .limit(1)
    .executeTakeFirst();
  return enough !== undefined;
}

/**
 * Until when a record many accounts were wrong about is at rest for strangers; null when it is not. Whoever
 * it belongs to is not asked about: they find their own without guessing.
 */
export async function restingUntil(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  asked: { objectHash: KeyedHash; citizenId: string },
  now: Date,
): Promise<Date | null> {
  const guessers = await db
    .selectFrom('bot.misses')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('object_hash', '=', asked.objectHash)
    .where('citizen_id', '<>', asked.citizenId)
    .where('at', '>', new Date(now.getTime() - HOUR_MS))
    .groupBy('citizen_id')
    .orderBy('at', 'desc')
    .limit(limits.guessersOfRecord + 1)
    .execute();
  const last = guessers[limits.guessersOfRecord];
  return last ? new Date(last.at.getTime() + HOUR_MS) : null;
}

/** What of late looks like guessing; null when nothing does. */
export async function guessingNow(
  db: Kysely<IdentityTables>,
  now: Date,
  limits: IdentityLimits = IDENTITY_LIMITS,
): Promise<Guessing | null> {
  const since = new Date(now.getTime() - limits.siegeMinutes * MINUTE_MS);
  const { misses, accounts } = await db
    .selectFrom('bot.misses')
    .select((eb) => [
      eb.fn.countAll<number>().as('misses'),
      eb.fn.count<number>('citizen_id').distinct().as('accounts'),
    ])
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  const hunted = await db
    .selectFrom('bot.misses')
    .select('object_hash')
    .where('object_hash', 'is not', null)
    .where('at', '>', new Date(now.getTime() - HOUR_MS))
    .groupBy('object_hash')
    .having((eb) => eb.fn.count('citizen_id').distinct(), '>', limits.guessersOfRecord)
    .execute();
  const found = { misses: Number(misses), accounts: Number(accounts), records: hunted.length };
  return found.misses >= limits.siegeMisses || found.records > 0 ? found : null;
}
