import type { Kysely } from 'kysely';
import type { BookingRules } from '../city/city.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import { lockCitizen } from './lock-citizen.ts';
import { movesOf } from './may-move.ts';
import type { BookingRow, InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

export interface MoveBooking {
  citizenId: string;
  trackingCode: string;
  /** The draft that holds the new place. */
  draftId: string;
  /** Where the visit stood when the move was judged: the time until which it may be moved hangs on its day. */
  from: { day: IsoDate; from: TimeOfDay };
  now: Date;
  rules: Pick<BookingRules, 'movesPerVisit'>;
}

/** Everything but `done` leaves the visit where it is, and asks for the turn to be taken again. */
export type MoveOutcome =
  | 'done'
  /** No such visit ahead of this citizen's; another's is never said to exist. */
  | 'not-found'
  /** It has been moved meanwhile, by another draft. */
  | 'changed'
  | 'too-often'
  /** The hold of the new place ran out or was given up. */
  | 'expired';

/**
 * Gives a visit the place its draft holds and frees the old one, in one step: nobody can come in between,
 * and the tracking code stays. The same move twice is one move and twice `done`.
 */
export async function moveBooking(
  tx: Kysely<InspectionTables>,
  move: MoveBooking,
): Promise<MoveOutcome> {
  const { citizenId, now, rules } = move;
  await lockCitizen(tx, citizenId);
  const visit = await visitOf(tx, move);
  if (!visit) return 'not-found';
  if (await isMoved(tx, visit.id, move.draftId)) return 'done';
  if (visit.day !== move.from.day || visit.from_time !== move.from.from) return 'changed';
  if ((await movesOf(tx, visit.id)) >= rules.movesPerVisit) return 'too-often';
  // Taken out first: an inspector's place stands in the table once.
  const held = await tx
    .deleteFrom('bot.bookings')
    .where('citizen_id', '=', citizenId)
    .where('draft_id', '=', move.draftId)
    .where('moving_id', '=', visit.id)
    .where('held_until', '>', now)
    .returning(['inspector_id', 'day', 'from_time', 'to_time'])
    .executeTakeFirst();
  if (!held) return 'expired';
  await tx.updateTable('bot.bookings').set(held).where('id', '=', visit.id).execute();
  await tx
    .insertInto('bot.moves')
    .values({
      booking_id: visit.id,
      draft_id: move.draftId,
      inspector_id: visit.inspector_id,
      day: visit.day,
      from_time: visit.from_time,
      moved_at: now,
    })
    .execute();
  return 'done';
}

function visitOf(
  tx: Kysely<InspectionTables>,
  { citizenId, trackingCode, now }: MoveBooking,
): Promise<BookingRow | undefined> {
  return tx
    .selectFrom('bot.bookings')
    .selectAll()
    .where('citizen_id', '=', citizenId)
    .where('tracking_code', '=', trackingCode)
    .where('status', '=', 'booked')
    .where(isAhead(now))
    .forUpdate()
    .executeTakeFirst();
}

async function isMoved(
  tx: Kysely<InspectionTables>,
  bookingId: number,
  draftId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('bot.moves')
    .select('id')
    .where('booking_id', '=', bookingId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row !== undefined;
}
