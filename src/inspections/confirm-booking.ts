import type { Kysely } from 'kysely';
import { lockCitizen } from './lock-citizen.ts';
import type { InspectionTables } from './tables.ts';

export interface ConfirmBooking {
  draftId: string;
  citizenId: string;
  trackingCode: string;
  now: Date;
}

export type ConfirmOutcome =
  | 'done'
  /** The hold ran out or was given up; the place may be another's by now. */
  | 'expired'
  /** Booked already under another tracking code, which is the one to show. */
  | 'confirmed';

/** Makes a held place a booking. The same confirmation twice is one booking and twice `done`. */
export async function confirmBooking(
  tx: Kysely<InspectionTables>,
  { draftId, citizenId, trackingCode, now }: ConfirmBooking,
): Promise<ConfirmOutcome> {
  await lockCitizen(tx, citizenId);
  const booked = await tx
    .updateTable('bot.bookings')
    .set({ status: 'booked', tracking_code: trackingCode, booked_at: now, held_until: null })
    .where('citizen_id', '=', citizenId)
    .where('draft_id', '=', draftId)
    .where('status', '=', 'held')
    .where('moving_id', 'is', null)
    .where('held_until', '>', now)
    .returning('id')
    .executeTakeFirst();
  if (booked) return 'done';
  const found = await tx
    .selectFrom('bot.bookings')
    .select(['status', 'tracking_code'])
    .where('citizen_id', '=', citizenId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  if (!found || found.status === 'held') return 'expired';
  return found.status === 'booked' && found.tracking_code === trackingCode ? 'done' : 'confirmed';
}
