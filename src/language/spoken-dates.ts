import { toLatinDigits } from './digits.ts';
import {
  addDays,
  isoOfJalali,
  jalaliOf,
  parseDay,
  tehranDate,
  WEEKDAYS,
  weekdayOf,
} from './jalali.ts';
import { numberAt } from './number-words.ts';
import type { IsoDate } from './vocabulary.ts';
import { type Word, wordsOf } from './words.ts';

/** Something a citizen said in passing, with its place in the text. */
export interface Spoken {
  start: number;
  end: number;
  value: string;
}

interface Reading {
  value: IsoDate;
  next: number;
}

const MONTHS = indexOfSpellings([
  'فروردین farvardin',
  'اردیبهشت ordibehesht',
  'خرداد khordad',
  'تیر tir',
  'مرداد امرداد mordad',
  'شهریور shahrivar',
  'مهر mehr',
  'آبان ابان aban',
  'آذر اذر azar',
  'دی dey',
  'بهمن bahman',
  'اسفند esfand',
]);
/** Spellings with the number apart («سه شنبه») are read by their number. */
const WEEKDAY_NAMES = indexOfSpellings([
  'شنبه شمبه shanbe shanbeh',
  'یکشنبه یکشمبه yekshanbe yekshanbeh',
  'دوشنبه دوشمبه doshanbe doshanbeh',
  'سهشنبه سشنبه سهشمبه seshanbe seshanbeh',
  'چهارشنبه چارشنبه چهارشمبه چارشمبه chaharshanbe charshanbe chaharshanbeh',
  'پنجشنبه پنشنبه پنجشمبه panjshanbe panjshanbeh',
  'جمعه jome jomeh',
]);
const NEAR_DAYS: Record<string, number> = own({
  امروز: 0,
  امشب: 0,
  emrooz: 0,
  emruz: 0,
  فردا: 1,
  فرداصبح: 1,
  farda: 1,
  پسفردا: 2,
  pasfarda: 2,
  دیروز: -1,
  dirooz: -1,
});
const WEEK = set('هفته hafte hafteh');
const MONTH = set('ماه mah');
const DAY = set('روز rooz ruz');
const NEXT = set('بعد بعدی دیگه دیگر آینده اینده اتی badi bad ayande dige digeh');
/** The last day of the week on which offices work. */
const THURSDAY = 5;
const THIS = set('این همین in hamin');
const FIRST = set('اول ابتدای aval avval');
const LAST = set('آخر اخر akhar akhare');
const LATER = set('دیگه دیگر بعد dige digeh');
const NUMERIC = /(?<![\d/.-])(\d{1,4})\s?([/-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\s?[/-]?\d)/g;

/** The days named in a text, as a citizen of Tehran means them at `now`. */
export function spokenDates(
  text: string,
  now: Date,
  words: readonly Word[] = wordsOf(text),
): Spoken[] {
  const today = tehranDate(now);
  const found = numericDates(text);
  for (let i = 0; i < words.length; i++) {
    const reading = readingAt(words, i, today);
    if (!reading) continue;
    const start = words[i]!.start;
    const end = words[reading.next - 1]!.end;
    i = reading.next - 1;
    if (isDateBehind(text, end, found)) continue;
    if (found.every((other) => end <= other.start || other.end <= start)) {
      found.push({ start, end, value: reading.value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** «شنبه ۱۴۰۵/۹/۷»: the figures say which Saturday. */
function isDateBehind(text: string, end: number, dates: readonly Spoken[]): boolean {
  return dates.some(({ start }) => start > end && /^[\s،,]+$/.test(text.slice(end, start)));
}

function readingAt(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  return (
    nearDay(words, i, today) ??
    dayOfWeek(words, i, today) ??
    weekday(words, i, today) ??
    dayOfMonth(words, i, today) ??
    daysFromNow(words, i, today)
  );
}

function nearDay(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  const key = words[i]!.key;
  if ((key === 'پس' || key === 'pas') && NEAR_DAYS[words[i + 1]?.key ?? ''] === 1) {
    return { value: addDays(today, 2), next: i + 2 };
  }
  const days = NEAR_DAYS[key];
  return days === undefined ? null : { value: addDays(today, days), next: i + 1 };
}

/**
 * A bare weekday is the next one; «هفته بعد» takes it from the week that begins next Saturday. A date behind
 * it («دوشنبه ۹ آذر») says which one is meant.
 */
function weekday(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  const named = weekdayNameAt(words, i);
  if (!named) return null;
  const date = words[named.next] && dayOfMonth(words, named.next, today);
  if (date) return date;
  const todayIndex = WEEKDAYS.indexOf(weekdayOf(today));
  const thisWeek = named.index - todayIndex;
  const [after, afterNext] = [words[named.next]?.key ?? '', words[named.next + 1]?.key ?? ''];
  if (WEEK.has(after) && NEXT.has(afterNext)) {
    return { value: addDays(today, thisWeek + 7), next: named.next + 2 };
  }
  // «یکشنبه بعد از ظهر» is no "next Sunday".
  const isNext = NEXT.has(after) && afterNext !== 'از' && afterNext !== 'az';
  const next = isNext ? named.next + 1 : named.next;
  return { value: addDays(today, thisWeek > 0 ? thisWeek : thisWeek + 7), next };
}

/** The week before its day: «هفته بعد دوشنبه», «این هفته سه‌شنبه», «اول هفته بعد», «آخر هفته». */
function dayOfWeek(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  const key = words[i]!.key;
  const edge = FIRST.has(key) ? 0 : LAST.has(key) ? THURSDAY : null;
  const week = weekAt(words, edge === null ? i : i + 1);
  if (!week) return null;
  const named = edge === null ? weekdayNameAt(words, week.next) : { index: edge, next: week.next };
  if (!named) return null;
  const days = named.index - WEEKDAYS.indexOf(weekdayOf(today)) + (week.isNext ? 7 : 0);
  // A day of this week that has gone by can only be meant in the next.
  return { value: addDays(today, days < 0 ? days + 7 : days), next: named.next };
}

function weekAt(words: readonly Word[], i: number): { isNext: boolean; next: number } | null {
  const at = THIS.has(words[i]?.key ?? '') ? i + 1 : i;
  if (!WEEK.has(words[at]?.key ?? '')) return null;
  const isNext = at === i && NEXT.has(words[at + 1]?.key ?? '');
  return { isNext, next: isNext ? at + 2 : at + 1 };
}

function weekdayNameAt(words: readonly Word[], i: number): { index: number; next: number } | null {
  const index = WEEKDAY_NAMES[words[i]?.key ?? ''];
  if (index !== undefined) return { index, next: i + 1 };
  const number = numberAt(words, i);
  if (!number || number.value < 1 || number.value > 5) return null;
  return WEEKDAY_NAMES[words[number.next]?.key ?? ''] === 0
    ? { index: number.value, next: number.next + 1 }
    : null;
}

/** «پنجم آذر», «۳۰ آبان ماه ۱۴۰۵», «اول ماه بعد»; without a year, the occurrence nearest to today. */
function dayOfMonth(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  const number = numberAt(words, i);
  if (!number || number.value < 1 || number.value > 31) return null;
  const month = MONTHS[words[number.next]?.key ?? ''];
  if (month === undefined) return dayOfNextMonth(words, number.next, number.value, today);
  let next = number.next + 1;
  if (MONTH.has(words[next]?.key ?? '')) next++;
  const year = Number(/^1[34]\d\d$/.exec(words[next]?.key ?? '')?.[0] ?? 0);
  if (year > 0) {
    const value = isoOfJalali(year, month + 1, number.value);
    return value ? { value, next: next + 1 } : null;
  }
  const value = nearest(month + 1, number.value, today);
  return value ? { value, next } : null;
}

function dayOfNextMonth(
  words: readonly Word[],
  i: number,
  day: number,
  today: IsoDate,
): Reading | null {
  if (!MONTH.has(words[i]?.key ?? '') || !NEXT.has(words[i + 1]?.key ?? '')) return null;
  const { year, month } = jalaliOf(today);
  const value = isoOfJalali(month === 12 ? year + 1 : year, (month % 12) + 1, day);
  return value ? { value, next: i + 2 } : null;
}

/** «سه روز دیگه», «دو هفته بعد». */
function daysFromNow(words: readonly Word[], i: number, today: IsoDate): Reading | null {
  const number = numberAt(words, i);
  if (!number || number.ordinal || number.value > 365) return null;
  const unit = words[number.next]?.key ?? '';
  const days = DAY.has(unit) ? 1 : WEEK.has(unit) ? 7 : 0;
  if (days === 0 || !LATER.has(words[number.next + 1]?.key ?? '')) return null;
  return { value: addDays(today, number.value * days), next: number.next + 2 };
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

/** `1405/9/5`, `05/9/5`, and `5/9/1405` as a right-to-left screen may have it. */
function numericDates(text: string): Spoken[] {
  const found: Spoken[] = [];
  for (const match of toLatinDigits(text).matchAll(NUMERIC)) {
    const [whole, first = '', separator, middle = '', last = ''] = match;
    const [year, day] = last.length === 4 ? [last, first] : [first, last];
    const century = year.length === 2 && separator === '/' ? (Number(year) < 50 ? '14' : '13') : '';
    const value = parseDay(`${century}${year}/${middle}/${day}`);
    if (value) found.push({ start: match.index, end: match.index + whole.length, value });
  }
  return found;
}

function indexOfSpellings(lists: readonly string[]): Record<string, number> {
  return own(
    Object.fromEntries(
      lists.flatMap((list, index) => list.split(' ').map((spelling) => [spelling, index])),
    ),
  );
}

function own(table: Record<string, number>): Record<string, number> {
  return Object.assign(Object.create(null), table);
}

function set(spellings: string): ReadonlySet<string> {
  return new Set(spellings.split(' '));
}
