import { type Kysely, sql } from 'kysely';
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
  const ids = inspectors.map((inspector) => inspector.id);
  // A row for each start time, not for each visit: a large district has thousands of them ahead.
  const starts = await db
    .selectFrom('bot.bookings')
    .select(['day', 'from_time as from', sql<string[]>`json_agg(inspector_id)`.as('inspectorIds')])
    .where(sql<boolean>`inspector_id = any(${ids}::text[])`)
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
    .groupBy(['day', 'from_time'])
    .execute();
  return starts.flatMap(({ day, from, inspectorIds }) =>
    inspectorIds.map((inspectorId) => ({ inspectorId, day, from })),
  );
}
