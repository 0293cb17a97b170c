import { type Kysely, sql } from 'kysely';
import { tehranDate } from '../language/jalali.ts';
import type { ModelTables } from './tables.ts';

/** How often a model may be asked on one day, over all processes. */
export interface ModelLimits {
  perCitizen: number;
  inAll: number;
}

export const MODEL_LIMITS: ModelLimits = { perCitizen: 20, inAll: 2_000 };

/** Of all citizens together. */
const ALL = '';

/**
 * Counts one call before it is made; false when it would be one too many. It counts at once and not with the turn,
 * because a call has its cost even if the turn is never committed.
 */
export async function countCall(
  db: Kysely<ModelTables>,
  { citizenId, now }: { citizenId: string; now: Date },
  { perCitizen, inAll }: ModelLimits,
): Promise<boolean> {
  const day = tehranDate(now);
  if (!(await countUpTo(db, day, citizenId, perCitizen))) return false;
  return countUpTo(db, day, ALL, inAll);
}

/** One statement, so that rivals in other processes cannot both be the last. */
async function countUpTo(
  db: Kysely<ModelTables>,
  day: string,
  citizenId: string,
  most: number,
): Promise<boolean> {
  const counted = await db
    .insertInto('bot.model_uses')
    .values({ day, citizen_id: citizenId, used: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'citizen_id'])
        .doUpdateSet({ used: sql`bot.model_uses.used + 1` })
        .where('bot.model_uses.used', '<', most),
    )
    .returning('used')
    .executeTakeFirst();
  return counted !== undefined;
}

/** They serve the limits of a day alone. */
export async function forgetOldModelUses(db: Kysely<ModelTables>, now: Date): Promise<void> {
  await db.deleteFrom('bot.model_uses').where('day', '<', tehranDate(now)).execute();
}

/** Adds one call to the day's cost. */
export async function addCost(
  db: Kysely<ModelTables>,
  now: Date,
  call: { useless: boolean; tokens: { prompt: number; completion: number } },
): Promise<void> {
  const { prompt, completion } = call.tokens;
  const useless = call.useless ? 1 : 0;
  await db
    .insertInto('bot.model_costs')
    .values({
      day: tehranDate(now),
      calls: 1,
      useless,
      prompt_tokens: prompt,
      completion_tokens: completion,
    })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet({
        calls: sql`bot.model_costs.calls + 1`,
        useless: sql`bot.model_costs.useless + ${useless}`,
        prompt_tokens: sql`bot.model_costs.prompt_tokens + ${prompt}`,
        completion_tokens: sql`bot.model_costs.completion_tokens + ${completion}`,
      }),
    )
    .execute();
}
