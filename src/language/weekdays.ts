import { FIRST, indexOfSpellings, LAST, NEXT, THIS, WEEK } from './date-words.ts';
import { dayOfMonth } from './days-of-month.ts';
import { addDays, WEEKDAYS, weekdayOf } from './jalali.ts';
import { numberAt } from './number-words.ts';
import type { DayRead, Today } from './spoken-dates.ts';
import type { Word } from './words.ts';

/** Numbers of days as they are written to «شنبه», and how that is spelled, by slips of typing too. */
const COUNTS = ['', 'یک یه ی', 'دو', 'سه س', 'چهار چار', 'پنج پن پنش'];
const SHANBE = 'شنبه شمبه شنبهی شبنه شنبع شنیه شنبها شونبه'.split(' ');
const LATIN_COUNTS = ['', 'yek ye', 'do', 'se', 'chahar char', 'panj pan'];
const LATIN_SHANBE = 'shanbe shanbeh shambe shanbeye'.split(' ');
const ENGLISH = ['saturday', 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday'];
/** By their place in the Iranian week. Spellings with the number apart («سه شنبه») are read by their number. */
export const WEEKDAY_NAMES = indexOfSpellings([
  ...ENGLISH.map((english, i) =>
    [...joined(COUNTS[i], SHANBE), ...joined(LATIN_COUNTS[i], LATIN_SHANBE), english].join(' '),
  ),
  'جمعه جمعهی جمعهها jome jomeh jomee friday',
]);

function joined(counts = '', names: readonly string[]): string[] {
  return counts.split(' ').flatMap((count) => names.map((name) => count + name));
}

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

/** «هفته بعد», «دو هفته دیگه», `next week`. */
function weeksFromNow(words: readonly Word[], i: number): { weeks: number; next: number } | null {
  if (keyAt(words, i) === 'next' && WEEK.has(keyAt(words, i + 1))) return { weeks: 1, next: i + 2 };
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
  if (!number || number.ordinal || number.value < 1 || number.value > 5) return null;
  return WEEKDAY_NAMES[keyAt(words, number.next)] === 0
    ? { index: number.value, next: number.next + 1 }
    : null;
}

function keyAt(words: readonly Word[], i: number): string {
  return words[i]?.key ?? '';
}
