import { numberAt } from './number-words.ts';
import type { Word } from './words.ts';

/** An hour as it was said, and the first word behind it. */
export interface Clock {
  hour: number;
  minute: number;
  next: number;
  /** Its form alone says that it is a time: «یه ربع به ده», «نه و نیم». */
  sure?: boolean;
}

const AND = new Set(['و', 'o', 'va']);
const MINUTE = new Set(['دقیقه', 'دیقه', 'دقیقهی', 'daghighe', 'daqiqe', 'daghigheh']);
const TO = new Set(['به', 'be']);
/** «ربع به ده» begins with no number. */
export const QUARTER: ReadonlySet<string> = new Set(['ربع', 'rob']);
const HALF = new Set(['نیم', 'نیمه', 'nim']);
/** Halves of these are no times: «دو و نیم میلیون», «یک و نیم ساعت». */
const COUNTED = new Set(
  'هزار میلیون ملیون میلیارد تومن تومان ریال ساعت ساعته متر متری سال ساله ماه ماهه هفته روز دانگ طبقه برابر درصد کیلو million milion milyon toman saat metr sal mah'.split(
    ' ',
  ),
);
const LAST_HOUR = 24;
const HALF_DAY = 12;

/** «ده و نیم», «۱۰ و ۱۵ دقیقه», «یه ربع به ده», «بیست دقیقه به نه». */
export function clockAt(words: readonly Word[], i: number): Clock | null {
  const until = minutesTo(words, i);
  if (until) return until;
  const hour = numberAt(words, i);
  if (!hour || hour.ordinal || hour.value > LAST_HOUR) return null;
  return partOfHour(words, hour) ?? { hour: hour.value, minute: 0, next: hour.next };
}

function partOfHour(
  words: readonly Word[],
  { value: hour, next: at }: { value: number; next: number },
): Clock | null {
  const hasAnd = AND.has(keyAt(words, at));
  const next = hasAnd ? at + 1 : at;
  const key = keyAt(words, next);
  const isHalf = HALF.has(key) || key === 'ونیم';
  if (isHalf || QUARTER.has(key)) {
    const sure = hour >= 1 && hour <= HALF_DAY && !COUNTED.has(keyAt(words, next + 1));
    return { hour, minute: isHalf ? 30 : 15, next: next + 1, sure };
  }
  const minutes = hasAnd ? numberAt(words, next) : null;
  if (!minutes || minutes.value >= 60) return null;
  const hasUnit = MINUTE.has(keyAt(words, minutes.next));
  return { hour, minute: minutes.value, next: hasUnit ? minutes.next + 1 : minutes.next };
}

function minutesTo(words: readonly Word[], i: number): Clock | null {
  const number = numberAt(words, i);
  const at = number?.next ?? i;
  const isQuarter = QUARTER.has(keyAt(words, at)) && (!number || number.value === 1);
  const isMinutes = number && number.value < 60 && MINUTE.has(keyAt(words, at));
  if (!(isQuarter || isMinutes) || !TO.has(keyAt(words, at + 1))) return null;
  const hour = numberAt(words, at + 2);
  if (!hour || hour.value < 1 || hour.value > LAST_HOUR) return null;
  const minute = isMinutes ? 60 - number.value : 45;
  return { hour: hour.value - 1, minute, next: hour.next, sure: true };
}

function keyAt(words: readonly Word[], i: number): string {
  return words[i]?.key ?? '';
}
