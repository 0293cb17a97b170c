import type { Booking } from '../../inspections/inspections.ts';
import { startsIn } from '../../inspections/parts-of-day.ts';
import { weekdayOf } from '../../language/jalali.ts';
import type { Wanted } from '../wanted.ts';
import type { Wish } from '../wish.ts';

/** The visits a wish to move one may be about: those it names by day or tracking code, else all. */
export function visitsMeant(visits: readonly Booking[], wish: Wish): readonly Booking[] {
  const coded = visits.filter(({ trackingCode }) => trackingCode === wish.trackingCode);
  if (coded.length > 0) return coded;
  const spoken = spokenOf(wish);
  const dated = visits.filter(({ day }) => spoken.some((one) => one.day === day));
  if (dated.length > 0) return dated;
  // «نوبت شنبه» said long before that Saturday; with one visit alone it is rather where it shall go.
  const byWeekday = visits.filter((visit) => spoken.some((one) => isWeekdayOf(one, visit)));
  return byWeekday.length > 0 && visits.length > 1 ? byWeekday : visits;
}

/**
 * Where a visit shall go: of the days and times a citizen named, the last that is not the visit's own.
 * «نوبت شنبه رو بنداز دوشنبه» names both, «ساعتش رو بکن ۱۱» means the same day. Empty when nothing new was
 * named.
 */
export function whereTo(visit: Booking, wish: Wish): Wanted {
  const spoken = spokenOf(wish);
  const days = spoken.filter(({ day }) => day !== undefined && day !== visit.day);
  const to = days.length > 1 ? days.findLast((one) => !isWeekdayOf(one, visit)) : days[0];
  const time = spoken.map((one) => one.time).findLast((one) => one && (to || one !== visit.from));
  const part = spoken
    .map((one) => one.part)
    .findLast((one) => one && (to || !startsIn(visit.from, one)));
  if (!to && !time && !part) return {};
  return {
    day: to?.day ?? visit.day,
    ...(to?.byWeekday && { byWeekday: true }),
    ...(time && { time }),
    ...(part && { part }),
  };
}

function spokenOf({ wanted, alsoWanted }: Wish): Wanted[] {
  return [wanted, alsoWanted].filter((one) => one !== undefined);
}

function isWeekdayOf({ day, byWeekday }: Wanted, visit: Booking): boolean {
  return Boolean(byWeekday && day && weekdayOf(day) === weekdayOf(visit.day));
}
