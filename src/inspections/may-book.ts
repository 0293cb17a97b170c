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
  | { kind: 'too-many' };

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
  return (await hasTooMany(db, rules, citizenId, now)) ? { kind: 'too-many' } : { kind: 'yes' };
}

/** Too many visits ahead, or too many booked of late (booking and cancelling in turns included). */
export async function hasTooMany(
  db: Kysely<InspectionTables>,
  rules: Pick<BookingRules, 'openPerCitizen' | 'madePer30Days'>,
  citizenId: string,
  now: Date,
): Promise<boolean> {
  const counts = await db
    .selectFrom('bot.bookings')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere((each) => each.and([each('status', '=', 'booked'), isAhead(now)(each)]))
        .as('ahead'),
      eb.fn
        .countAll<number>()
        .filterWhere('booked_at', '>', new Date(now.getTime() - THIRTY_DAYS_MS))
        .as('made'),
    ])
    .where('citizen_id', '=', citizenId)
    .executeTakeFirstOrThrow();
  return counts.ahead >= rules.openPerCitizen || counts.made >= rules.madePer30Days;
}
