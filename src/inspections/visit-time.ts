import type { ExpressionBuilder } from 'kysely';
import { tehranDate, tehranTime } from '../language/jalali.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import type { InspectionTables } from './tables.ts';

// Days and times compare as text of Tehran's clock, so no rule of a zone can get in between.

/** Whether the visit's start has come. */
export function hasBegun(visit: { day: IsoDate; from: TimeOfDay }, now: Date): boolean {
  const today = tehranDate(now);
  return visit.day < today || (visit.day === today && visit.from <= tehranTime(now));
}

/** The same as a condition: visits that have not begun, and holds that have not run out. */
export function isAhead(now: Date) {
  const today = tehranDate(now);
  return (eb: ExpressionBuilder<InspectionTables, 'bot.bookings'>) =>
    eb.and([
      eb.or([
        eb('day', '>', today),
        eb.and([eb('day', '=', today), eb('from_time', '>', tehranTime(now))]),
      ]),
      eb.or([eb('held_until', 'is', null), eb('held_until', '>', now)]),
    ]);
}
