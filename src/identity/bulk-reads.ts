import { type Kysely, sql } from 'kysely';
import type { IdentityTables } from './tables.ts';

const HOUR_MS = 3_600_000;
/** Properties one account may be shown within an hour before somebody should look: more than citizens hold. */
const MANY_PROPERTIES = 30;

/** Accounts that read much of late, as counts and nothing else; null when there are none. */
export async function bulkReads(
  db: Kysely<IdentityTables>,
  now: Date,
): Promise<{ accounts: number; properties: number } | null> {
  const readers = await db
    .selectFrom('bot.audit')
    .select((eb) => eb.fn.count<number>('object_hash').distinct().as('properties'))
    .where('at', '>', new Date(now.getTime() - HOUR_MS))
    .where(sql<number>`cardinality(roles)`, '>', 0)
    .groupBy('pseudonym')
    .having((eb) => eb.fn.count('object_hash').distinct(), '>', MANY_PROPERTIES)
    .execute();
  if (readers.length === 0) return null;
  const most = Math.max(...readers.map(({ properties }) => Number(properties)));
  return { accounts: readers.length, properties: most };
}
