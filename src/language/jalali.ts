import { Temporal } from 'temporal-polyfill/full';
import { toLatinDigits } from './digits.ts';
import { tidy } from './text.ts';
import type { IsoDate, TimeOfDay } from './vocabulary.ts';

export interface JalaliDate {
  year: number;
  /** 1 (Farvardin) to 12 (Esfand). */
  month: number;
  day: number;
}

export const WEEKDAYS = ['sat', 'sun', 'mon', 'tue', 'wed', 'thu', 'fri'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const ZONE = 'Asia/Tehran';
const DAY_MS = 86_400_000;
const FIRST_YEAR = 1;
const LAST_YEAR = 2_000;
/** Years below this are Jalali, as `records-format` says. */
const FIRST_GREGORIAN_YEAR = 1_700;
/** Day number (since 1970-01-01) of 1 Farvardin, by Jalali year: the polyfill takes 20 µs a conversion. */
const newYears = new Map<number, number>();
const HALF_HOUR_MS = 1_800_000;
/** How far Tehran was ahead of UTC when last asked: it only ever changes on the half hour, and asking takes 20 µs. */
let latest = { halfHour: Number.NaN, ahead: 0 };

export function jalaliOf(iso: IsoDate): JalaliDate {
  const dayNumber = dayNumberOf(iso);
  let year = Number(iso.slice(0, 4)) - 621;
  if (dayNumber < newYear(year)) year--;
  const dayOfYear = dayNumber - newYear(year);
  const month =
    dayOfYear < 186 ? Math.floor(dayOfYear / 31) + 1 : Math.floor((dayOfYear - 186) / 30) + 7;
  return { year, month, day: dayOfYear - daysBefore(month) + 1 };
}

/** Null when there is no such day, like 30 Esfand of a common year. */
export function isoOfJalali(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  const first = newYear(year) + daysBefore(month);
  const next = month === 12 ? newYear(year + 1) : newYear(year) + daysBefore(month + 1);
  return first + day > next ? null : isoOf(first + day - 1);
}

export function weekdayOf(iso: IsoDate): Weekday {
  // 1970-01-01 was a Thursday, the sixth day of the Iranian week.
  return WEEKDAYS[(((dayNumberOf(iso) + 5) % 7) + 7) % 7]!;
}

export function addDays(iso: IsoDate, days: number): IsoDate {
  return isoOf(dayNumberOf(iso) + days);
}

export function tehranDate(now: Date): IsoDate {
  return shownInTehran(now).slice(0, 10);
}

export function tehranTime(now: Date): TimeOfDay {
  return shownInTehran(now).slice(11, 16);
}

/** The moment at which a Tehran clock shows that day and time. */
export function instantAt(iso: IsoDate, time: TimeOfDay): Date {
  return new Date(
    Temporal.PlainDateTime.from(`${iso}T${time}`).toZonedDateTime(ZONE).epochMilliseconds,
  );
}

/** A whole date, Jalali or Gregorian, with `/` or `-`, in any digits; a year under 1700 is Jalali. */
export function parseDay(text: string): IsoDate | null {
  const match = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(toLatinDigits(tidy(text)));
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (year < FIRST_GREGORIAN_YEAR) return isoOfJalali(year, month, day);
  const iso = isoOf(Date.UTC(year, month - 1, day) / DAY_MS);
  return iso === isoDate(year, month, day) ? iso : null;
}

function newYear(year: number): number {
  const known = newYears.get(year);
  if (known !== undefined) return known;
  const first = Temporal.PlainDate.from({ calendar: 'persian', year, month: 1, day: 1 });
  const dayNumber = dayNumberOf(first.withCalendar('iso8601').toString());
  newYears.set(year, dayNumber);
  return dayNumber;
}

/** Days of the year before that month: six months of 31, then 30. */
function daysBefore(month: number): number {
  return month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
}

function dayNumberOf(iso: IsoDate): number {
  return (
    Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) /
    DAY_MS
  );
}

function isoOf(dayNumber: number): IsoDate {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

function isoDate(year: number, month: number, day: number): IsoDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function shownInTehran(now: Date): string {
  const halfHour = Math.floor(now.getTime() / HALF_HOUR_MS);
  if (halfHour !== latest.halfHour) latest = { halfHour, ahead: aheadOfUtc(now) };
  return new Date(now.getTime() + latest.ahead).toISOString();
}

function aheadOfUtc(now: Date): number {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  return there.offsetNanoseconds / 1e6;
}
