import { FIRST, indexOfSpellings, LAST, NEXT, THIS, WEEK } from './date-words.ts';
import { dayOfMonth } from './days-of-month.ts';
import { addDays, WEEKDAYS, weekdayOf } from './jalali.ts';
import { numberAt } from './number-words.ts';
import type { DayRead, Today } from './spoken-dates.ts';
import type { Word } from './words.ts';

/** Spellings with the number apart («سه شنبه») are read by their number. */
export const WEEKDAY_NAMES = indexOfSpellings([
  'شنبه شمبه شنبهی shanbe shanbeh shambe',
  'یکشنبه یکشمبه یشنبه یهشنبه یکشنبهی yekshanbe yekshanbeh yekshambe yeshanbe',
  'دوشنبه دوشمبه دوشنبهی doshanbe doshanbeh doshambe',
  'سهشنبه سشنبه سهشمبه سهشنبهی سشمبه seshanbe seshanbeh seshambe',
  'چهارشنبه چارشنبه چهارشمبه چارشمبه چهارشنبهی chaharshanbe charshanbe chaharshanbeh charshambe',
  'پنجشنبه پنشنبه پنشمبه پنجشمبه پنجشنبهی panjshanbe panjshanbeh panshanbe panjshambe',
  'جمعه جمعهی jome jomeh jomee',
]);
/** «چند شنبه» asks for the day. */
const WHICH = new Set(['چند', 'چن', 'کدوم', 'کدام', 'chand']);
/** The last day of the week on which offices work. */
const THURSDAY = 5;

interface Named {
  index: number;
  next: number;
}

/**
 * A bare weekday is the next one; «هفته بعد» takes it from the week that begins next Saturday. A date behind
 * it («دوشنبه ۹ آذر») says which one is meant.
 */
export function weekdayAt(words: readonly Word[], i: number, today: Today): DayRead | null {
  const named = nameAt(words, i);
  if (!named || WHICH.has(words[i - 1]?.key ?? '')) return null;
  const date = words[named.next] && dayOfMonth(words, named.next, today);
  if (date) return date;
  const later = weeksFromNow(words, named.next);
  if (later) return { value: inWeek(named.index, later.weeks, today), next: later.next };
  const [after, afterNext] = [words[named.next]?.key ?? '', words[named.next + 1]?.key ?? ''];
  // «یکشنبه بعد از ظهر» is no "next Sunday".
  const isNext = NEXT.has(after) && afterNext !== 'از' && afterNext !== 'az';
  const next = isNext ? named.next + 1 : named.next;
  const days = named.index - WEEKDAYS.indexOf(weekdayOf(today()));
  return { value: addDays(today(), days > 0 ? days : days + 7), next };
}

/** The week before its day: «هفته بعد دوشنبه», «این هفته سه‌شنبه», «دو هفته دیگه شنبه», «اول هفته بعد», «آخر هفته». */
export function dayOfWeek(words: readonly Word[], i: number, today: Today): DayRead | null {
  const key = words[i]!.key;
  const edge = FIRST.has(key) ? 0 : LAST.has(key) ? THURSDAY : null;
  const from = edge === null ? i : i + 1;
  const week = weeksFromNow(words, from) ?? thisWeek(words, from);
  if (!week) return null;
  const named = edge === null ? nameAt(words, week.next) : { index: edge, next: week.next };
  if (!named) return null;
  const value = inWeek(named.index, week.weeks, today);
  // A day of this week that has gone by can only be meant in the next.
  return { value: value < today() ? addDays(value, 7) : value, next: named.next };
}

function inWeek(index: number, weeks: number, today: Today) {
  return addDays(today(), index - WEEKDAYS.indexOf(weekdayOf(today())) + 7 * weeks);
}

/** «هفته بعد», «دو هفته دیگه». */
function weeksFromNow(words: readonly Word[], i: number): { weeks: number; next: number } | null {
  const number = WEEK.has(words[i]?.key ?? '') ? { value: 1, next: i } : numberAt(words, i);
  if (!number || number.value > 9) return null;
  const isLater =
    WEEK.has(words[number.next]?.key ?? '') && NEXT.has(keyAt(words, number.next + 1));
  return isLater ? { weeks: number.value, next: number.next + 2 } : null;
}

/** «این هفته», «هفته». */
function thisWeek(words: readonly Word[], i: number): { weeks: number; next: number } | null {
  const at = THIS.has(keyAt(words, i)) ? i + 1 : i;
  if (!WEEK.has(keyAt(words, at))) return null;
  return { weeks: 0, next: THIS.has(keyAt(words, at + 1)) ? at + 2 : at + 1 };
}

function nameAt(words: readonly Word[], i: number): Named | null {
  const index = WEEKDAY_NAMES[keyAt(words, i)];
  if (index !== undefined) return { index, next: i + 1 };
  const number = numberAt(words, i);
  if (!number || number.value < 1 || number.value > 5) return null;
  return WEEKDAY_NAMES[keyAt(words, number.next)] === 0
    ? { index: number.value, next: number.next + 1 }
    : null;
}

function keyAt(words: readonly Word[], i: number): string {
  return words[i]?.key ?? '';
}
