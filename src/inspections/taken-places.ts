import type { Kysely } from 'kysely';
import type { IsoDate } from '../language/vocabulary.ts';
import type { TakenPlace, VisitInspector } from './free-places.ts';
import type { InspectionTables } from './tables.ts';

/** The places that are booked or held on these days; a hold that ran out is free again. */
export async function takenPlaces(
  db: Kysely<InspectionTables>,
  inspectors: readonly VisitInspector[],
  days: readonly IsoDate[],
  { now, citizenId }: { now: Date; citizenId?: string },
): Promise<TakenPlace[]> {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || inspectors.length === 0) return [];
  return db
    .selectFrom('bot.bookings')
    .select(['inspector_id as inspectorId', 'day', 'from_time as from'])
    .where(
      'inspector_id',
      'in',
      inspectors.map((inspector) => inspector.id),
    )
    .where('day', '>=', first)
    .where('day', '<=', last)
    .where('status', 'in', ['held', 'booked', 'done', 'owner-absent'])
    .where((eb) =>
      eb.or([
        eb('status', '<>', 'held'),
        eb.and([
          eb('held_until', '>', now),
          ...(citizenId ? [eb('citizen_id', '<>', citizenId)] : []),
        ]),
      ]),
    )
    .execute();
}
