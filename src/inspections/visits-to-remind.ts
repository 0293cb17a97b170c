import type { Kysely } from 'kysely';
import { addDays, tehranDate, tehranTime } from '../language/jalali.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import { bookingOf } from './bookings.ts';
import type { Booking } from './inspections.ts';
import type { InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

/** Visits whose evening before has come and whose citizens have not been told yet, the next ones first. */
export async function visitsToRemind(
  db: Kysely<InspectionTables>,
  { now, remindAt, limit }: { now: Date; remindAt: TimeOfDay; limit: number },
): Promise<Booking[]> {
  const today = tehranDate(now);
  const lastDay = tehranTime(now) >= remindAt ? addDays(today, 1) : today;
  const rows = await db
    .selectFrom('bot.bookings')
    .selectAll()
    .where('status', '=', 'booked')
    .where('day', '<=', lastDay)
    .where(isAhead(now))
    .where((eb) => eb('reminded_of', 'is distinct from', eb.ref('day')))
    .orderBy('day')
    .orderBy('from_time')
    .limit(limit)
    .execute();
  return rows.map(bookingOf);
}

/** False when it was cancelled or moved meanwhile, or another process has done it: then nothing is to be said. */
export async function markReminded(
  tx: Kysely<InspectionTables>,
  { trackingCode, day }: { trackingCode: string; day: IsoDate },
): Promise<boolean> {
  const marked = await tx
    .updateTable('bot.bookings')
    .set({ reminded_of: day })
    .where('tracking_code', '=', trackingCode)
    .where('status', '=', 'booked')
    .where('day', '=', day)
    .where((eb) => eb('reminded_of', 'is distinct from', eb.ref('day')))
    .returning('id')
    .executeTakeFirst();
  return marked !== undefined;
}
