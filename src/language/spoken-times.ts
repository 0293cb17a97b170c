import { clockAt, QUARTER } from './clock-times.ts';
import { hasDigit, toLatinDigits } from './digits.ts';
import { beginsNumber } from './number-words.ts';
import { type DayPart, PART_BEGINNINGS, partAlone, partAt, partBehind } from './parts-of-day.ts';
import type { Spoken } from './spoken-dates.ts';
import { type Word, wordsOf } from './words.ts';

const CLOCK = new Set(['ساعت', 'saat', 'ساعته', 'saate', 'ساعتای', 'ساعتهای']);
/** Between the word for the clock and its hour: «ساعت حدود ده», «ساعت‌های ۱۰». */
const ABOUT = new Set('حدود حدودا حدودای تقریبا راس های hodud hodood taghriban'.split(' '));
const UNTIL = new Set(['تا', 'الی', 'یا', 'ta', 'ya']);
/** The city's visits and offices end in the afternoon: an hour below this, without a part of the day, is after noon. */
const EARLIEST_HOUR = 7;
const NUMERIC = /(?<![\d:/.-])([01]?\d|2[0-3])\s?[:٫]\s?([0-5]\d)(?![\d:/-])/g;
/** «ساعت ۹.۵», «ساعت ۱۰/۳۰»: behind the word for the clock other signs part the minutes too. */
const POINTED =
  /(?<=(?:ساعت|saate?)[\s:]*)(?<!\d)([01]?\d|2[0-3])\s?[./٫]\s?(5|[0-5]\d)(?![\d/.-])|(?<![\d/.-])([01]?\d|2[0-3])[./٫](5|[0-5]\d)(?=\s?(?:صبح|ظهر|بعد|عصر|sobh|zohr|asr|am|pm))/g;

/** Most words begin no time, and need no closer look. */
const BEGINNINGS: ReadonlySet<string> = new Set([...PART_BEGINNINGS, ...CLOCK, ...QUARTER]);

interface Reading {
  value: string;
  next: number;
}

/** The times of day named in a text, as `HH:MM`, or as a part of the day when no hour is named. */
export function spokenTimes(text: string, words: readonly Word[] = wordsOf(text)): Spoken[] {
  const found: Spoken[] = numericTimes(text, words);
  for (let i = 0; i < words.length; i++) {
    const { key } = words[i]!;
    if (!BEGINNINGS.has(key) && !beginsNumber(key)) continue;
    const part = partAlone(words, i);
    const reading = hourAt(words, i) ?? (part && { value: part.part, next: part.next });
    if (!reading) continue;
    const start = words[i]!.start;
    const end = words[reading.next - 1]!.end;
    i = reading.next - 1;
    if (found.every((other) => end <= other.start || other.end <= start)) {
      found.push({ start, end, value: reading.value });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** «ساعت ده و نیم», «۱۰ صبح», «دو بعد از ظهر», «بعد از ظهر ساعت ۲», «یه ربع به ده», the nine of «۹ تا ۱۱ صبح». */
function hourAt(words: readonly Word[], i: number): Reading | null {
  const before = partAt(words, i);
  const from = before ? before.next : i;
  let at = from;
  if (CLOCK.has(words[at]?.key ?? '')) at++;
  const isMarked = at > from;
  while (isMarked && ABOUT.has(words[at]?.key ?? '')) at++;
  const clock = clockAt(words, at);
  if (!clock) return null;
  const after = partBehind(words, clock.next);
  const said = after?.part ?? partOfRange(words, clock.next);
  if (!isMarked && !said && !clock.sure) return null;
  return {
    value: timeOf(clock.hour, clock.minute, said ?? before?.part),
    next: after?.next ?? clock.next,
  };
}

/** «تا ۱۱ صبح» says of the hour before it, too, that it is in the morning. */
function partOfRange(words: readonly Word[], i: number): DayPart | undefined {
  if (!UNTIL.has(words[i]?.key ?? '')) return undefined;
  const end = clockAt(words, i + 1);
  return end ? partBehind(words, end.next)?.part : undefined;
}

function numericTimes(text: string, words: readonly Word[]): Spoken[] {
  const found: Spoken[] = [];
  if (!hasDigit(text)) return found;
  const latin = toLatinDigits(text);
  for (const match of [...latin.matchAll(NUMERIC), ...latin.matchAll(POINTED)]) {
    const [start, digitsEnd] = [match.index, match.index + match[0].length];
    if (found.some((other) => start < other.end && other.start < digitsEnd)) continue;
    const following = words.findIndex((word) => word.start >= digitsEnd);
    const after = following < 0 ? null : partBehind(words, following);
    const end = after ? words[after.next - 1]!.end : digitsEnd;
    const [hour, said] = [match[1] ?? match[3], match[2] ?? match[4]];
    const minute = said === '5' ? 30 : Number(said);
    found.push({ start, end, value: timeOf(Number(hour), minute, after?.part) });
  }
  return found;
}

function timeOf(spokenHour: number, minute: number, part: DayPart | undefined): string {
  let hour = spokenHour % 24;
  const isAfterNoon = part === 'afternoon' || part === 'evening' || (part === 'noon' && hour < 4);
  if (hour < 12 && (isAfterNoon || (part === undefined && hour > 0 && hour < EARLIEST_HOUR)))
    hour += 12;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
