import type { TimeOfDay } from '../language/vocabulary.ts';
import type { FreeDay } from './inspections.ts';

/** As people mean them, so they overlap: half past eleven is both morning and noon. */
const PARTS_OF_DAY = {
  morning: { from: '00:00', before: '12:00' },
  noon: { from: '11:00', before: '14:00' },
  afternoon: { from: '12:00', before: '24:00' },
} as const;
export type PartOfDay = keyof typeof PARTS_OF_DAY;

export interface WantedTime {
  time?: TimeOfDay | undefined;
  partOfDay?: PartOfDay | undefined;
}

/** The same days with only the places that start as wanted; days without any are left out. */
export function startingThen(days: readonly FreeDay[], wanted: WantedTime): FreeDay[] {
  return days.flatMap((day) => {
    const places = day.places.filter((place) => suits(place.from, wanted));
    return places.length > 0 ? [{ ...day, places }] : [];
  });
}

/** Whether a visit that starts then is in that part of the day. */
export function startsIn(start: TimeOfDay, part: PartOfDay): boolean {
  const { from, before } = PARTS_OF_DAY[part];
  return start >= from && start < before;
}

function suits(start: TimeOfDay, { time, partOfDay }: WantedTime): boolean {
  if (time) return start === time;
  return !partOfDay || startsIn(start, partOfDay);
}
