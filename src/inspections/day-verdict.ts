import { type Calendar, dayOff, knowsYear } from '../city/calendar.ts';
import type { BookingRules } from '../city/city.ts';
import { tehranDate, type Weekday, weekdayOf } from '../language/jalali.ts';
import type { IsoDate } from '../language/vocabulary.ts';
import { bookableDays } from './bookable-days.ts';
import type { FreeDay } from './inspections.ts';
import { startingThen, type WantedTime } from './parts-of-day.ts';

export type DayVerdict =
  | { kind: 'free'; day: FreeDay }
  | { kind: 'past' }
  /** `holiday` is null when only the weekday is off. */
  | { kind: 'closed'; holiday: string | null; weekday: Weekday }
  | { kind: 'too-soon'; earliest: IsoDate }
  | { kind: 'beyond-horizon'; last: IsoDate }
  | { kind: 'full' }
  /** The day has room, but not at the time asked for. */
  | { kind: 'not-then'; day: FreeDay }
  | { kind: 'no-inspectors' };

/** Why a day the citizen named can or cannot be had, in the order in which people would say it. */
export function judgeDay(
  day: IsoDate,
  wanted: WantedTime,
  free: readonly FreeDay[],
  city: { calendar: Calendar; rules: BookingRules; now: Date },
): DayVerdict {
  const { calendar, rules, now } = city;
  const { earliest, last, days } = bookableDays(calendar, rules, now);
  if (day < tehranDate(now)) return { kind: 'past' };
  const off = dayOff(calendar, day);
  const weekday = weekdayOf(day);
  if (off || !rules.days.has(weekday)) {
    return { kind: 'closed', holiday: off?.holiday ?? null, weekday };
  }
  if (day < earliest) return { kind: 'too-soon', earliest };
  if (day > last || !knowsYear(calendar, day)) {
    return { kind: 'beyond-horizon', last: days.at(-1) ?? last };
  }
  const open = free.find((candidate) => candidate.day === day);
  if (!open) return { kind: 'full' };
  const [then] = startingThen([open], wanted);
  return then ? { kind: 'free', day: then } : { kind: 'not-then', day: open };
}
