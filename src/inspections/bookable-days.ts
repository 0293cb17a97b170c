import { addWorkingDays, type Calendar, isWorkingDay, knowsYear } from '../city/calendar.ts';
import type { BookingRules } from '../city/city.ts';
import { addDays, tehranDate, weekdayOf } from '../language/jalali.ts';
import type { IsoDate } from '../language/vocabulary.ts';

export interface Bookable {
  earliest: IsoDate;
  last: IsoDate;
  /** The days between them on which visits are made, in order. */
  days: IsoDate[];
}

/** The days a visit can be booked on, as the city's rules and calendar stand at that moment. */
export function bookableDays(calendar: Calendar, rules: BookingRules, now: Date): Bookable {
  const today = tehranDate(now);
  const earliest = addWorkingDays(calendar, today, rules.leadWorkingDays + 1);
  const last = addWorkingDays(calendar, today, rules.horizonWorkingDays);
  const days: IsoDate[] = [];
  for (let day = earliest; day <= last; day = addDays(day, 1)) {
    if (isVisitDay(calendar, rules, day)) days.push(day);
  }
  return { earliest, last, days };
}

/** Whether inspectors go out that day; never in a year whose holidays are not known. */
function isVisitDay(calendar: Calendar, rules: BookingRules, day: IsoDate): boolean {
  return knowsYear(calendar, day) && isWorkingDay(calendar, day) && rules.days.has(weekdayOf(day));
}
