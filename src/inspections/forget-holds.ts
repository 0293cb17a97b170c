import type { Kysely } from 'kysely';
import type { InspectionTables } from './tables.ts';

/** Whoever comes back to a draft that ran out is told so, for a while. */
const KEPT_MS = 24 * 3_600_000;

/** Places that were kept for somebody and not booked. They have been free since their time ran out. */
export async function forgetExpiredHolds<Tables extends InspectionTables>(
  database: Kysely<Tables>,
  now: Date,
): Promise<void> {
  const db = database as unknown as Kysely<InspectionTables>;
  await db
    .deleteFrom('bot.bookings')
    .where('status', '=', 'held')
    .where('held_until', '<', new Date(now.getTime() - KEPT_MS))
    .execute();
}
