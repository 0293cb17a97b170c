import type { Word } from './words.ts';

/** Parts of the day as values of a time that names no hour. */
export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening';

export interface PartRead {
  part: DayPart;
  /** The first word behind it. */
  next: number;
}

const PARTS: ReadonlyMap<string, DayPart> = new Map([
  ...spelled('morning', 'صبح صب صبحی صبحه صبحا صبحش صبش سحر sobh sob sobhe morning'),
  ...spelled('noon', 'ظهر ظهره ظهری ظهرا zohr zohre noon'),
  ...spelled(
    'afternoon',
    'عصر بعدازظهر بعدظهر عصری عصره عصرا عصرش عصرونه پسین asr asre badazzohr badazohr afternoon',
  ),
  ...spelled('evening', 'شب غروب شبه غروبی shab shabe ghorub evening night'),
]);
const AFTER = new Set(['بعد', 'بعدش', 'bad', 'baad']);
const BEFORE = new Set(['قبل', 'پیش', 'ghabl', 'pish']);
const FROM = new Set(['از', 'az']);
const NOON = new Set(['ظهر', 'ظهرا', 'ظهری', 'ناهار', 'نهار', 'zohr', 'nahar']);
const FIRST = new Set(['اول', 'اوله', 'avval', 'avale', 'aval']);
const HOURS = new Set(['وقت', 'وقته', 'vaght', 'vaqt']);
/** After these words a part of the day is a greeting: «صبح بخیر», «شب خوش». */
const WISHES = new Set(['بخیر', 'به', 'خوش', 'شما', 'bekheyr', 'bekhair', 'khosh', 'be']);
/** Behind an hour alone: in a sentence they are words of their own. */
const MERIDIEM: ReadonlyMap<string, DayPart> = new Map([
  ['am', 'morning'],
  ['pm', 'afternoon'],
]);

/** The part of the day that is named at a word: «صبح», «بعد از ظهر», «قبل ظهر», «اول وقت». */
export function partAt(words: readonly Word[], i: number): PartRead | null {
  const key = words[i]?.key ?? '';
  const [following, third] = [words[i + 1]?.key ?? '', words[i + 2]?.key ?? ''];
  if (FIRST.has(key) && HOURS.has(following)) return { part: 'morning', next: i + 2 };
  const isAfter = AFTER.has(key);
  if (isAfter || BEFORE.has(key)) {
    const at = FROM.has(following) ? i + 2 : i + 1;
    const isNoon = NOON.has(words[at]?.key ?? '');
    return isNoon ? { part: isAfter ? 'afternoon' : 'morning', next: at + 1 } : null;
  }
  const part = PARTS.get(key);
  if (!part) return null;
  const isEarly = part === 'morning' && FIRST.has(following) && HOURS.has(third);
  return { part, next: isEarly ? i + 3 : i + 1 };
}

/** The words with which a part of the day may begin. */
export const PART_BEGINNINGS: readonly string[] = [...PARTS.keys(), ...FIRST, ...AFTER, ...BEFORE];

/** The same behind an hour. */
export function partBehind(words: readonly Word[], i: number): PartRead | null {
  const part = MERIDIEM.get(words[i]?.key ?? '');
  return part ? { part, next: i + 1 } : partAt(words, i);
}

/** A part of the day on its own, which is no greeting. */
export function partAlone(words: readonly Word[], i: number): PartRead | null {
  const part = partAt(words, i);
  return part && !WISHES.has(words[part.next]?.key ?? '') ? part : null;
}

function spelled(part: DayPart, spellings: string): [string, DayPart][] {
  return spellings.split(' ').map((spelling) => [spelling, part]);
}
