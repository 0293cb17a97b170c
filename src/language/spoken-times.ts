import { toLatinDigits } from './digits.ts';
import { numberAt } from './number-words.ts';
import type { Spoken } from './spoken-dates.ts';
import { type Word, wordsOf } from './words.ts';

/** Parts of the day as values of a time that names no hour. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

const PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...spelled('morning', 'صبح صب sobh sob'),
  ...spelled('noon', 'ظهر zohr'),
  ...spelled('afternoon', 'عصر بعدازظهر عصری asr badazzohr'),
  ...spelled('evening', 'شب غروب shab'),
]);
const CLOCK = new Set(['ساعت', 'saat', 'ساعته', 'saate']);
const AND = new Set(['و', 'o', 'va']);
const MINUTE = new Set(['دقیقه', 'daghighe', 'daqiqe']);
/** After these words a part of the day is a greeting: «صبح بخیر», «شب خوش». */
const WISHES = new Set(['بخیر', 'به', 'خوش', 'شما', 'bekheyr', 'bekhair', 'khosh', 'be']);
/** The city's visits and offices end in the afternoon: an hour below this, without a part of the day, is after noon. */
const EARLIEST_HOUR = 7;
const NUMERIC = /(?<![\d:/.-])([01]?\d|2[0-3])\s?[:٫]\s?([0-5]\d)(?![\d:/-])/g;

interface Reading {
  value: string;
  next: number;
}

/** The times of day named in a text, as `HH:MM`, or as a part of the day when no hour is named. */
export function spokenTimes(text: string, words: readonly Word[] = wordsOf(text)): Spoken[] {
  const found: Spoken[] = numericTimes(text, words);
  for (let i = 0; i < words.length; i++) {
    const reading = hourAt(words, i) ?? partAlone(words, i);
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

/** «ساعت ده و نیم», «۱۰ صبح», «دو بعد از ظهر», «بعد از ظهر ساعت ۲», «یه ربع به ده». */
function hourAt(words: readonly Word[], i: number): Reading | null {
  const before = partAt(words, i);
  const at = before ? before.next : i;
  const marked = CLOCK.has(words[at]?.key ?? '');
  const clock = clockAt(words, marked ? at + 1 : at);
  if (!clock) return null;
  const after = partAt(words, clock.next);
  if (!marked && !after) return null;
  const part = after?.part ?? before?.part;
  return {
    value: timeOf(clock.hour, clock.minute, part),
    next: after?.next ?? clock.next,
  };
}

function clockAt(
  words: readonly Word[],
  i: number,
): { hour: number; minute: number; next: number } | null {
  const quarter = quarterTo(words, i);
  if (quarter) return quarter;
  const hour = numberAt(words, i);
  if (!hour || hour.ordinal || hour.value > 24) return null;
  let next = hour.next;
  if (AND.has(words[next]?.key ?? '')) next++;
  const key = words[next]?.key ?? '';
  if (key === 'نیم' || key === 'nim') return { hour: hour.value, minute: 30, next: next + 1 };
  if (key === 'ونیم') return { hour: hour.value, minute: 30, next: next + 1 };
  if (key === 'ربع' || key === 'rob') return { hour: hour.value, minute: 15, next: next + 1 };
  const minutes = next > hour.next ? numberAt(words, next) : null;
  if (minutes && minutes.value < 60) {
    const end = MINUTE.has(words[minutes.next]?.key ?? '') ? minutes.next + 1 : minutes.next;
    return { hour: hour.value, minute: minutes.value, next: end };
  }
  return { hour: hour.value, minute: 0, next: hour.next };
}

function quarterTo(words: readonly Word[], i: number) {
  const at = numberAt(words, i)?.value === 1 ? i + 1 : i;
  if (words[at]?.key !== 'ربع' || words[at + 1]?.key !== 'به') return null;
  const hour = numberAt(words, at + 2);
  if (!hour || hour.value < 1 || hour.value > 24) return null;
  return { hour: hour.value - 1, minute: 45, next: hour.next };
}

function partAt(words: readonly Word[], i: number): { part: DayPart; next: number } | null {
  const key = words[i]?.key ?? '';
  const next = words[i + 1]?.key ?? '';
  if ((key === 'بعد' || key === 'bad') && (next === 'از' || next === 'az')) {
    const part = PARTS.get(words[i + 2]?.key ?? '');
    return part === 'noon' ? { part: 'afternoon', next: i + 3 } : null;
  }
  const part = PARTS.get(key);
  return part ? { part, next: i + 1 } : null;
}

function partAlone(words: readonly Word[], i: number): Reading | null {
  const part = partAt(words, i);
  if (!part || WISHES.has(words[part.next]?.key ?? '')) return null;
  return { value: part.part, next: part.next };
}

function numericTimes(text: string, words: readonly Word[]): Spoken[] {
  const found: Spoken[] = [];
  for (const match of toLatinDigits(text).matchAll(NUMERIC)) {
    const [start, digitsEnd] = [match.index, match.index + match[0].length];
    const following = words.findIndex((word) => word.start >= digitsEnd);
    const after = following < 0 ? null : partAt(words, following);
    const end = after ? words[after.next - 1]!.end : digitsEnd;
    found.push({ start, end, value: timeOf(Number(match[1]), Number(match[2]), after?.part) });
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

function spelled(part: DayPart, spellings: string): [string, DayPart][] {
  return spellings.split(' ').map((spelling) => [spelling, part]);
}
