import { toLatinDigits } from './digits.ts';
import { numberAt } from './number-words.ts';
import { matchKey } from './text.ts';
import { type Word, wordsOf } from './words.ts';

const YEARS_BACK: readonly [RegExp, number][] = [
  [/پیرارسال|پریارسال|پیارسال|p[ia]r?arsal/u, 2],
  [/پارسال|سال (?:پیش|قبل|گذشته)|parsal|sale? (?:ghabl|pish|gozashte)/u, 1],
  [/امسال|سال جاری|emsal|sale jari/u, 0],
];
/** What stands between two spaces, with the parts of a code or a day in it. */
const CHUNK = /[\p{L}\d]+(?:\s?[-/_\u2010-\u2015\u2212]\s?[\p{L}\d]+)*/gu;
const WRITTEN = /^(?:\D*)(1[34]\d\d)(?:\D*)$/u;
const YEAR = new Set(['سال', 'سالهای', 'sal', 'sale']);
const AGO = new Set(['پیش', 'قبل', 'pish', 'ghabl']);

/**
 * The Jalali year a message names («پارسال», «سال ۱۴۰۳», «دو سال پیش», «سال ۹۸», «هزار و چهارصد و سه»); null when
 * it names none.
 *
 * @param thisYear the Jalali year of the message
 */
export function yearNamed(text: string, thisYear: number): number | null {
  const written = writtenYear(text);
  if (written !== null) return written;
  const words = wordsOf(text);
  for (let i = 0; i < words.length; i++) {
    const year = yearsAgo(words, i, thisYear) ?? saidYear(words, i);
    if (year !== null) return year;
  }
  const key = matchKey(text);
  const back = YEARS_BACK.find(([pattern]) => pattern.test(key));
  return back ? thisYear - back[1] : null;
}

/** Four figures that are no part of a code, a number or a day: `3-1405-221` names no year, `1402-1403` does. */
function writtenYear(text: string): number | null {
  for (const [chunk] of toLatinDigits(text).matchAll(CHUNK)) {
    const parts = chunk.split(/[-/_\u2010-\u2015\u2212\s]+/).filter((part) => /\d/.test(part));
    const years = parts.map((part) => WRITTEN.exec(part)?.[1]);
    if (years[0] && years.every(Boolean)) return Number(years[0]);
  }
  return null;
}

/** «سه سال پیش». */
function yearsAgo(words: readonly Word[], i: number, thisYear: number): number | null {
  const number = numberAt(words, i);
  if (!number || number.ordinal || number.value > 50) return null;
  const isAgo = YEAR.has(keyAt(words, number.next)) && AGO.has(keyAt(words, number.next + 1));
  return isAgo ? thisYear - number.value : null;
}

/** «هزار و چهارصد و سه»; and behind the word for a year «۹۸», «چهارصد و سه». */
function saidYear(words: readonly Word[], i: number): number | null {
  const isNamed = YEAR.has(keyAt(words, i - 1));
  const key = keyAt(words, i);
  const number = numberAt(words, i);
  if (!number) return null;
  const { value } = number;
  // Numbers one after the other are somebody's code, read out.
  const isAlone = numberAt(words, number.next) === null;
  if (value >= 1_380 && value < 1_420 && !/^\d/.test(key) && isAlone) return value;
  if (!isNamed) return null;
  if (/^0\d$/.test(key)) return 1_400 + value;
  if (value >= 50 && value < 100) return 1_300 + value;
  return value >= 400 && value < 420 ? 1_000 + value : null;
}

function keyAt(words: readonly Word[], i: number): string {
  return words[i]?.key ?? '';
}
