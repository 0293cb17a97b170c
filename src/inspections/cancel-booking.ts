import type { Kysely } from 'kysely';
import type { InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

export type CancelOutcome =
  | 'done'
  /** No such booking of this citizen's; another's is never said to exist. */
  | 'not-found'
  /** The visit has begun or is over. */
  | 'begun';

/** Gives the place back at once. Possible until the visit begins: a late word still spares a journey. */
export async function cancelBooking(
  tx: Kysely<InspectionTables>,
  { citizenId, trackingCode, now }: { citizenId: string; trackingCode: string; now: Date },
): Promise<CancelOutcome> {
  const cancelled = await tx
    .updateTable('bot.bookings')
    .set({ status: 'cancelled', open: false, ended_at: now })
    .where('citizen_id', '=', citizenId)
    .where('tracking_code', '=', trackingCode)
    .where('status', '=', 'booked')
    .where(isAhead(now))
    .returning('id')
    .executeTakeFirst();
  if (cancelled) return 'done';
  const found = await tx
    .selectFrom('bot.bookings')
    .select('status')
    .where('citizen_id', '=', citizenId)
    .where('tracking_code', '=', trackingCode)
    .executeTakeFirst();
  if (!found) return 'not-found';
  return found.status === 'cancelled' ? 'done' : 'begun';
}
