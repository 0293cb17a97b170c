import { DAY, FIRST, LAST, LATER, MONTH, own, THIS, WEEK } from './date-words.ts';
import { dayOfMonth, MONTHS, monthsFromNow } from './days-of-month.ts';
import { hasDigit, toLatinDigits } from './digits.ts';
import { addDays, parseDay, tehranDate } from './jalali.ts';
import { beginsNumber, numberAt } from './number-words.ts';
import type { IsoDate } from './vocabulary.ts';
import { dayOfWeek, WEEKDAY_NAMES, weekdayAt } from './weekdays.ts';
import { type Word, wordsOf } from './words.ts';

/** Something a citizen said in passing, with its place in the text. */
export interface Spoken {
  start: number;
  end: number;
  value: string;
}

/** A day read from words, and the first word behind it. */
export interface DayRead {
  value: IsoDate;
  next: number;
}

/** Asked for only by messages that name a day. */
export type Today = () => IsoDate;

const NEAR_DAYS: Record<string, number> = own({
  امروز: 0,
  امشب: 0,
  emrooz: 0,
  emruz: 0,
  emroz: 0,
  emshab: 0,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  فردا: 1,
  فرداصبح: 1,
  farda: 1,
  پسفردا: 2,
  pasfarda: 2,
  دیروز: -1,
  دیشب: -1,
  dirooz: -1,
  diruz: -1,
  پریروز: -2,
});
const NUMERIC = /(?<![\d/.-])(\d{1,4})\s?([/._-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\s?[/._-]?\d)/g;
/** «دوشنبه مورخ ۱۴۰۵/۹/۹». */
const DATED = /^[\s،,:(]*(?:(?:مورخ|مورخه|مورخهٔ|به تاریخ|تاریخ|یعنی|برابر با|مصادف با)[\s:]+)?$/u;

/** The days named in a text, as a citizen of Tehran means them at `now`. */
export function spokenDates(
  text: string,
  now: Date,
  words: readonly Word[] = wordsOf(text),
): Spoken[] {
  let date: IsoDate | undefined;
  const today = () => (date ??= tehranDate(now));
  const found = numericDates(text);
  for (let i = 0; i < words.length; i++) {
    if (!mayBeginDay(words[i]!.key)) continue;
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

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...Object.keys(NEAR_DAYS),
  ...Object.keys(WEEKDAY_NAMES),
  ...Object.keys(MONTHS),
  ...[DAY, WEEK, MONTH, THIS, FIRST, LAST].flatMap((words) => [...words]),
  'پس',
  'pas',
  'next',
]);

/** Most words begin none, and need no closer look. */
function mayBeginDay(key: string): boolean {
  return BEGINNINGS.has(key) || beginsNumber(key);
}

/** «شنبه ۱۴۰۵/۹/۷»: the figures say which Saturday. */
function isDateBehind(text: string, end: number, dates: readonly Spoken[]): boolean {
  return dates.some(({ start }) => start > end && DATED.test(text.slice(end, start)));
}

function readingAt(words: readonly Word[], i: number, today: Today): DayRead | null {
  return (
    nearDay(words, i, today) ??
    dayOfWeek(words, i, today) ??
    weekdayAt(words, i, today) ??
    dayOfMonth(words, i, today) ??
    daysFromNow(words, i, today)
  );
}

function nearDay(words: readonly Word[], i: number, today: Today): DayRead | null {
  const key = words[i]!.key;
  const following = words[i + 1]?.key ?? '';
  if ((key === 'پس' || key === 'pas') && NEAR_DAYS[following] === 1) {
    return { value: addDays(today(), 2), next: i + 2 };
  }
  if (DAY.has(key) && following === 'جاری') return { value: today(), next: i + 2 };
  const days = NEAR_DAYS[key];
  return days === undefined ? null : { value: addDays(today(), days), next: i + 1 };
}

/** «سه روز دیگه», «دو هفته بعد», «یک ماه دیگه». */
function daysFromNow(words: readonly Word[], i: number, today: Today): DayRead | null {
  const number = numberAt(words, i);
  if (!number || number.ordinal || number.value > 365) return null;
  const unit = words[number.next]?.key ?? '';
  const next = number.next + 2;
  if (!LATER.has(words[next - 1]?.key ?? '')) return null;
  if (MONTH.has(unit)) return monthsFromNow(number.value, next, today);
  const days = DAY.has(unit) ? 1 : WEEK.has(unit) ? 7 : 0;
  return days === 0 ? null : { value: addDays(today(), number.value * days), next };
}

/** `1405/9/5`, `05/9/5`, and `5/9/1405` as a right-to-left screen may have it. */
function numericDates(text: string): Spoken[] {
  const found: Spoken[] = [];
  if (!hasDigit(text)) return found;
  for (const match of toLatinDigits(text).matchAll(NUMERIC)) {
    const [whole, first = '', separator = '', middle = '', last = ''] = match;
    // Other signs part figures of other kinds too.
    if (/[._]/.test(separator) && first.length < 4 && last.length < 4) continue;
    const [year, day] = last.length === 4 ? [last, first] : [first, last];
    const century = year.length === 2 && separator === '/' ? (Number(year) < 50 ? '14' : '13') : '';
    const value = parseDay(`${century}${year}/${middle}/${day}`);
    if (value) found.push({ start: match.index, end: match.index + whole.length, value });
  }
  return found;
}
