import type { Kysely } from 'kysely';
import type { BookingRules } from '../city/city.ts';
import { bookingOf } from './bookings.ts';
import type { Booking, VisitSubject } from './inspections.ts';
import { subjectKey } from './subject-key.ts';
import type { InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

export type MayBook =
  | { kind: 'yes' }
  /** `own` is null when another citizen has it, who is not named. */
  | { kind: 'already-booked'; own: Booking | null }
  | Cap;

/** A limit that a citizen has come to. */
export type Cap =
  /** Of visits ahead. */
  | { kind: 'too-many' }
  /** Of visits booked of late, cancelled ones included: booking and cancelling in turns keeps places from others. */
  | { kind: 'too-often'; again: Date };

export const THIRTY_DAYS_MS = 30 * 86_400_000;

export async function mayBook(
  db: Kysely<InspectionTables>,
  rules: BookingRules,
  wanted: { citizenId: string; subject: VisitSubject; now: Date },
): Promise<MayBook> {
  const { citizenId, subject, now } = wanted;
  const open = await db
    .selectFrom('bot.bookings')
    .selectAll()
    .where('subject_key', '=', subjectKey(citizenId, subject))
    .where('open', '=', true)
    .where(isAhead(now))
    // The citizen's own hold is no obstacle: the next one takes its place.
    .where((eb) => eb.or([eb('status', '=', 'booked'), eb('citizen_id', '<>', citizenId)]))
    .executeTakeFirst();
  if (open) {
    return { kind: 'already-booked', own: open.citizen_id === citizenId ? bookingOf(open) : null };
  }
  return (await capReached(db, rules, citizenId, now)) ?? { kind: 'yes' };
}

export async function capReached(
  db: Kysely<InspectionTables>,
  rules: Pick<BookingRules, 'openPerCitizen' | 'madePer30Days'>,
  citizenId: string,
  now: Date,
): Promise<Cap | null> {
  const late = new Date(now.getTime() - THIRTY_DAYS_MS);
  const { ahead, made, first } = await db
    .selectFrom('bot.bookings')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere((each) => each.and([each('status', '=', 'booked'), isAhead(now)(each)]))
        .as('ahead'),
      eb.fn.countAll<number>().filterWhere('booked_at', '>', late).as('made'),
      eb.fn.min('booked_at').filterWhere('booked_at', '>', late).as('first'),
    ])
    .where('citizen_id', '=', citizenId)
    .executeTakeFirstOrThrow();
  // Said first: whoever has booked too often gains nothing by cancelling a visit.
  if (first && made >= rules.madePer30Days) {
    return { kind: 'too-often', again: new Date(first.getTime() + THIRTY_DAYS_MS) };
  }
  return ahead >= rules.openPerCitizen ? { kind: 'too-many' } : null;
}
