import type { Kysely } from 'kysely';
import { type Calendar, workingDayBefore } from '../city/calendar.ts';
import type { BookingRules } from '../city/city.ts';
import { instantAt } from '../language/jalali.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import { bookingOf } from './bookings.ts';
import type { Booking } from './inspections.ts';
import type { InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

export type MayMove =
  /** `left`: how often it may be moved, this time included. */
  | { kind: 'yes'; booking: Booking; left: number }
  /** No visit of this citizen's that is still ahead. */
  | { kind: 'not-found' }
  | { kind: 'too-late'; booking: Booking; until: { day: IsoDate; time: TimeOfDay } }
  | { kind: 'too-often'; booking: Booking };

/** Whether a citizen may move a visit now; to be asked before other times are offered, and before the move. */
export async function mayMove(
  db: Kysely<InspectionTables>,
  city: { calendar: Calendar; rules: BookingRules },
  { citizenId, trackingCode, now }: { citizenId: string; trackingCode: string; now: Date },
): Promise<MayMove> {
  const row = await db
    .selectFrom('bot.bookings')
    .selectAll()
    .where('citizen_id', '=', citizenId)
    .where('tracking_code', '=', trackingCode)
    .where('status', '=', 'booked')
    .where(isAhead(now))
    .executeTakeFirst();
  if (!row) return { kind: 'not-found' };
  const booking = bookingOf(row);
  const until = {
    day: workingDayBefore(city.calendar, booking.day),
    time: city.rules.changeUntil,
  };
  if (now >= instantAt(until.day, until.time)) return { kind: 'too-late', booking, until };
  const left = city.rules.movesPerVisit - (await movesOf(db, row.id));
  return left > 0 ? { kind: 'yes', booking, left } : { kind: 'too-often', booking };
}

export async function movesOf(db: Kysely<InspectionTables>, bookingId: number): Promise<number> {
  const { count } = await db
    .selectFrom('bot.moves')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('booking_id', '=', bookingId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
