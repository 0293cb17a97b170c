import { matchKey } from '../language/text.ts';

/** The same keys on an English keyboard and on a Persian one. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\";
const PERSIAN = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوپ';
const PERSIAN_OF = new Map([...LATIN].map((key, i) => [key, PERSIAN[i]!]));

const FEWEST_LETTERS = 3;
/** Enough to tell which keyboard was meant. */
const SAMPLE = 60;
/** Of its words so many must be words people have been seen to write, and more than as they stand. */
const KNOWN_SHARE = 0.6;

/** A letter that no English keyboard has. */
const OTHER_LETTER = /(?![a-z])\p{L}/iu;

/**
 * What somebody meant who forgot to change the keyboard; null when the letters make sense as they stand, or
 * neither way.
 *
 * @param isKnown whether people have been seen to write the word
 * @example meantInPersian('sghl', …) // 'سلام'
 */
export function meantInPersian(text: string, isKnown: (word: string) => boolean): string | null {
  if (OTHER_LETTER.test(text)) return null;
  const sample = text.slice(0, SAMPLE);
  if ((sample.match(/[a-z]/gi) ?? []).length < FEWEST_LETTERS) return null;
  const known = shareKnown(onPersianKeys(sample), isKnown);
  const isMeant = known >= KNOWN_SHARE && known > shareKnown(sample, isKnown);
  return isMeant ? onPersianKeys(text) : null;
}

function onPersianKeys(text: string): string {
  return [...text.toLowerCase()].map((key) => PERSIAN_OF.get(key) ?? key).join('');
}

function shareKnown(text: string, isKnown: (word: string) => boolean): number {
  const words = matchKey(text).split(' ').filter(Boolean);
  return words.filter(isKnown).length / (words.length || 1);
}
