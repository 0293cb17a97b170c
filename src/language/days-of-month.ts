import { indexOfSpellings, MONTH, NEXT, THIS } from './date-words.ts';
import { isoOfJalali, jalaliOf } from './jalali.ts';
import { type NumberRead, numberAt } from './number-words.ts';
import type { DayRead, Today } from './spoken-dates.ts';
import type { IsoDate } from './vocabulary.ts';
import type { Word } from './words.ts';

/** Of the Jalali year, each with its «ماه» written to it, or the «ه» of «است». */
export const MONTHS = indexOfSpellings(
  [
    'فروردین farvardin',
    'اردیبهشت ordibehesht',
    'خرداد khordad',
    'تیر tir',
    'مرداد امرداد mordad',
    'شهریور shahrivar',
    'مهر mehr',
    'آبان ابان aban',
    'آذر اذر ازر azar',
    'دی dey',
    'بهمن bahman',
    'اسفند esfand',
  ].map((list) =>
    list
      .split(' ')
      .flatMap((name) =>
        /[a-z]/.test(name) ? [name, `${name}mah`, `${name}e`] : [name, `${name}ماه`, `${name}ه`],
      )
      .join(' '),
  ),
);
/** Further ahead nobody counts in months what can be booked. */
const MOST_MONTHS = 6;
/** «ماه رمضان» and its like are of another calendar. */
const LUNAR = new Set(['رمضان', 'محرم', 'صفر', 'رجب', 'شعبان', 'مبارک', 'قمری', 'ramezan']);

/** «پنجم آذر», «۳۰ آبان ماه ۱۴۰۵», «اول ماه بعد», «ماه بعد پانزدهم»; without a year, the occurrence nearest to today. */
export function dayOfMonth(words: readonly Word[], i: number, today: Today): DayRead | null {
  const number = numberAt(words, i, 'loose');
  if (!number) return monthBeforeDay(words, i, today);
  if (number.value < 1 || number.value > 31) return null;
  // «پنجم ماه آذر».
  const at = MONTH.has(keyAt(words, number.next)) ? number.next + 1 : number.next;
  const month = monthAt(words, at);
  if (month === undefined) return dayOfUnnamedMonth(words, number, today);
  let next = at + 1;
  if (MONTH.has(keyAt(words, next))) next++;
  const year = Number(/^1[34]\d\d$/.exec(keyAt(words, next))?.[0] ?? 0);
  if (year > 0) {
    const value = isoOfJalali(year, month + 1, number.value);
    return value ? { value, next: next + 1 } : null;
  }
  if (THIS.has(keyAt(words, next)) || keyAt(words, next) === 'امسال') next++;
  const value = nearest(month + 1, number.value, today());
  return value ? { value, next } : null;
}

/** Its place in the year, from 0; undefined where the word is no month. */
export function monthAt(words: readonly Word[], i: number): number | undefined {
  return MONTHS[keyAt(words, i)];
}

/** «پنجم ماه بعد», «بیستم همین ماه», «اول برج»: with no month said, the first such day to come. */
function dayOfUnnamedMonth(
  words: readonly Word[],
  { value: day, next: at, ordinal }: NumberRead,
  today: Today,
): DayRead | null {
  const isThis = THIS.has(keyAt(words, at));
  const month = isThis ? at + 1 : at;
  if (!MONTH.has(keyAt(words, month)) || LUNAR.has(keyAt(words, month + 1))) return null;
  // «دو ماه بعد» counts months.
  if (!ordinal && (day <= MOST_MONTHS || !NEXT.has(keyAt(words, month + 1)))) return null;
  if (NEXT.has(keyAt(words, month + 1))) return inMonth(day, 1, month + 2, today);
  const isOver = !isThis && day < jalaliOf(today()).day;
  return inMonth(day, isOver ? 1 : 0, month + 1, today);
}

/** «ماه دیگه پونزدهم», «آذر پنجم». */
function monthBeforeDay(words: readonly Word[], i: number, today: Today): DayRead | null {
  const month = monthAt(words, i);
  const day = month === undefined ? null : numberAt(words, i + 1);
  if (month !== undefined && day?.ordinal) {
    const value = nearest(month + 1, day.value, today());
    return value ? { value, next: day.next } : null;
  }
  if (!MONTH.has(keyAt(words, i)) || !NEXT.has(keyAt(words, i + 1))) return null;
  const number = numberAt(words, i + 2);
  return number?.ordinal ? inMonth(number.value, 1, number.next, today) : null;
}

/** «سه ماه دیگه»: the same day of a later month, or the last one that is in it. */
export function monthsFromNow(months: number, next: number, today: Today): DayRead | null {
  const { day } = jalaliOf(today());
  return inMonth(day, months, next, today) ?? inMonth(day - 1, months, next, today);
}

function inMonth(day: number, ahead: number, next: number, today: Today): DayRead | null {
  const { year, month } = jalaliOf(today());
  const index = month - 1 + ahead;
  const value = isoOfJalali(year + Math.floor(index / 12), (index % 12) + 1, day);
  return value ? { value, next } : null;
}

function nearest(month: number, day: number, today: IsoDate): IsoDate | null {
  const { year } = jalaliOf(today);
  const distance = (iso: IsoDate) => Math.abs(Date.parse(iso) - Date.parse(today));
  return [year, year + 1, year - 1]
    .map((candidate) => isoOfJalali(candidate, month, day))
    .filter((iso) => iso !== null)
    .reduce<IsoDate | null>(
      (best, iso) => (best === null || distance(iso) < distance(best) ? iso : best),
      null,
    );
}

function keyAt(words: readonly Word[], i: number): string {
  return words[i]?.key ?? '';
}
