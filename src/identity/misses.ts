import type { Kysely } from 'kysely';
import { isBesieged } from './guessing.ts';
import type { IdentityLimits } from './limits.ts';
import type { IdentityTables, Miss } from './tables.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** More misses than any limit asks about; a bound on what is read. */
const MOST_READ = 100;

/** Enough wrong codes close together stop look-ups for a while, counted from the last of them. */
export async function coolingDown(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  citizenId: string,
  now: Date,
): Promise<Date | null> {
  const windowMs = limits.wrongCodesMinutes * MINUTE_MS;
  const coolDownMs = limits.coolDownMinutes * MINUTE_MS;
  const since = new Date(now.getTime() - windowMs - coolDownMs);
  const newestFirst = await missesSince(db, citizenId, 'code', since);
  const most = await triesFor(db, limits, newestFirst.length, limits.wrongCodes, now);
  for (const [i, last] of newestFirst.entries()) {
    const first = newestFirst[i + most - 1];
    if (!first || last - first > windowMs) continue;
    return last + coolDownMs > now.getTime() ? new Date(last + coolDownMs) : null;
  }
  return null;
}

/** A day is any 24 hours, so that midnight brings no second helping. */
export async function nationalIdTriesLeft(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  citizenId: string,
  now: Date,
): Promise<number> {
  const since = new Date(now.getTime() - DAY_MS);
  const misses = await missesSince(db, citizenId, 'national-id', since);
  const most = await triesFor(db, limits, misses.length, limits.nationalIdTriesPerDay, now);
  return Math.max(most - misses.length, 0);
}

/** Who has hardly been wrong yet is not concerned, so that most answers ask nothing more. */
async function triesFor(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  misses: number,
  usual: number,
  now: Date,
): Promise<number> {
  if (misses < limits.triesInSiege) return usual;
  return (await isBesieged(db, limits, now)) ? limits.triesInSiege : usual;
}

async function missesSince(
  db: Kysely<IdentityTables>,
  citizenId: string,
  what: Miss,
  since: Date,
): Promise<number[]> {
  const rows = await db
    .selectFrom('bot.misses')
    .select('at')
    .where('citizen_id', '=', citizenId)
    .where('what', '=', what)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(MOST_READ)
    .execute();
  return rows.map((row) => row.at.getTime());
}
