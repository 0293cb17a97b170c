import { toLatinDigits } from './digits.ts';
import { matchKey } from './text.ts';

/** One word or run of digits of a text, with its place there. */
export interface Word {
  /** As compared: see `matchKey`. */
  key: string;
  start: number;
  end: number;
}

const WORD = /[0-9۰-۹٠-٩]+|[\p{L}\p{M}]+/gu;
const DIGIT = /^[0-9۰-۹٠-٩]/;
/** Spelled as `matchKey` spells it: most words are, and need no work. */
const PLAIN = /^(?:[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+|[a-z]+)$/;
const TRIPLED = /(.)\1\1/;
/** The ezafe written apart: «هفته‌ی بعد», «هفته ی بعد». */
const EZAFE = 'ی';

/** The words of a text; half-spaces and the edges of digits part words, punctuation is passed over. */
export function wordsOf(text: string): readonly Word[] {
  // One message is looked through for many things, one after the other.
  if (text !== latest.text) latest = { text, words: splitIntoWords(text) };
  return latest.words;
}

let latest: { text: string; words: readonly Word[] } = { text: '', words: [] };

function splitIntoWords(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const key = keyOf(match[0]);
    if (key === '' || key === EZAFE) continue;
    words.push({ key, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

function keyOf(word: string): string {
  if (DIGIT.test(word)) return toLatinDigits(word);
  return PLAIN.test(word) && !TRIPLED.test(word) ? word : matchKey(word);
}
