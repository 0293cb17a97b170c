import type { Kysely } from 'kysely';
import type { ComplaintTables } from './tables.ts';

const DAY_MS = 86_400_000;

export async function filedLately(
  db: Kysely<ComplaintTables>,
  citizenId: string,
  now: Date,
): Promise<number> {
  const { filed } = await db
    .selectFrom('bot.complaints')
    .select((eb) => eb.fn.countAll<number>().as('filed'))
    .where('citizen_id', '=', citizenId)
    .where('filed_at', '>', new Date(now.getTime() - DAY_MS))
    .executeTakeFirstOrThrow();
  return Number(filed);
}
