import { addDays, jalaliOf, WEEKDAYS, type Weekday, weekdayOf } from '../language/jalali.ts';
import type { IsoDate } from '../language/vocabulary.ts';

export interface Holiday {
  name: string;
  /** `predicted`: follows the moon, so it may still move by a day. `local`: this city's own closure. */
  status: 'official' | 'predicted' | 'local';
}

export interface Calendar {
  /** The weekdays on which the municipality works. */
  workingDays: ReadonlySet<Weekday>;
  holidays: ReadonlyMap<IsoDate, Holiday>;
  /** The Jalali years whose holidays are known. */
  years: ReadonlySet<number>;
}

export function isWorkingDay(calendar: Calendar, day: IsoDate): boolean {
  return dayOff(calendar, day) === null;
}

/** Why a day is off; null for a working day, `holiday: null` when only its weekday is off. */
export function dayOff(calendar: Calendar, day: IsoDate): { holiday: string | null } | null {
  const holiday = calendar.holidays.get(day);
  if (holiday) return { holiday: holiday.name };
  return calendar.workingDays.has(weekdayOf(day)) ? null : { holiday: null };
}

/** Whether the holidays of that day's year are known; without them nothing can be promised. */
export function knowsYear(calendar: Calendar, day: IsoDate): boolean {
  return calendar.years.has(jalaliOf(day).year);
}

/** Whether a predicted holiday is next to the day and may still move onto it. */
export function isProvisional(calendar: Calendar, day: IsoDate): boolean {
  return [addDays(day, -1), addDays(day, 1)].some(
    (neighbour) => calendar.holidays.get(neighbour)?.status === 'predicted',
  );
}

/** Working days after `from` up to and including `to`: one from a Saturday to the Sunday after it. */
export function workingDaysBetween(calendar: Calendar, from: IsoDate, to: IsoDate): number {
  if (to <= from) return 0;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  let count = Math.floor(days / WEEKDAYS.length) * calendar.workingDays.size;
  // The days beyond whole weeks, counted back from the end.
  for (let i = 0; i < days % WEEKDAYS.length; i++) {
    if (calendar.workingDays.has(weekdayOf(addDays(to, -i)))) count++;
  }
  for (const holiday of calendar.holidays.keys()) {
    if (holiday > from && holiday <= to && calendar.workingDays.has(weekdayOf(holiday))) count--;
  }
  return count;
}

/** The `count`-th working day after a day, which need not be a working day itself. */
export function addWorkingDays(calendar: Calendar, from: IsoDate, count: number): IsoDate {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left--;
  }
  return day;
}

export function workingDayBefore(calendar: Calendar, day: IsoDate): IsoDate {
  let before = addDays(day, -1);
  while (!isWorkingDay(calendar, before)) before = addDays(before, -1);
  return before;
}
