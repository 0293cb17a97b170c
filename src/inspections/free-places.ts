import { type Calendar, isProvisional } from '../city/calendar.ts';
import type { BookingRules } from '../city/city.ts';
import type { IsoDate, TimeOfDay } from '../language/vocabulary.ts';
import type { FreeDay, Place } from './inspections.ts';

/** What booking needs to know of an inspector. */
export interface VisitInspector {
  id: string;
  dailyMax: number;
}

export interface TakenPlace {
  inspectorId: string;
  day: IsoDate;
  from: TimeOfDay;
}

/**
 * The free places of each day. A start time is offered once while any inspector has it, and goes to
 * the one with the fewest visits that day, then over all days, then to the first given. Full days are left out.
 */
export function freePlaces(
  days: readonly IsoDate[],
  inspectors: readonly VisitInspector[],
  taken: readonly TakenPlace[],
  calendar: Calendar,
  rules: BookingRules,
): FreeDay[] {
  const occupied = new Set(taken.map((p) => keyOf(p.inspectorId, p.day, p.from)));
  const load = countBy(taken, (p) => p.inspectorId);
  const dayLoad = countBy(taken, (p) => `${p.inspectorId} ${p.day}`);
  const free: FreeDay[] = [];
  for (const day of days) {
    const loadOn = (id: string) => dayLoad.get(`${id} ${day}`) ?? 0;
    const fairest = inspectors.toSorted(
      (a, b) => loadOn(a.id) - loadOn(b.id) || (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0),
    );
    const places = rules.starts.flatMap(({ from, to }, index): Place[] => {
      const one = fairest.find(
        ({ id, dailyMax }) => index < dailyMax && !occupied.has(keyOf(id, day, from)),
      );
      return one ? [{ inspectorId: one.id, day, from, to }] : [];
    });
    if (places.length > 0) free.push({ day, places, provisional: isProvisional(calendar, day) });
  }
  return free;
}

function keyOf(inspectorId: string, day: IsoDate, from: TimeOfDay): string {
  return `${inspectorId} ${day} ${from}`;
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}
