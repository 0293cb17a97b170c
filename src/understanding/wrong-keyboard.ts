import { matchKey } from '../language/text.ts';

/** The same keys on an English keyboard and on a Persian one. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\";
const PERSIAN = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوپ';
const PERSIAN_OF = new Map([...LATIN].map((key, i) => [key, PERSIAN[i]!]));

const FEWEST_LETTERS = 3;
/** Of its words so many must be words people have been seen to write, and more than as they stand. */
const KNOWN_SHARE = 0.6;

/**
 * What somebody meant who forgot to change the keyboard; null when the letters make sense as they stand, or
 * neither way.
 *
 * @param isKnown whether people have been seen to write the word
 * @example meantInPersian('sghl', …) // 'سلام'
 */
export function meantInPersian(text: string, isKnown: (word: string) => boolean): string | null {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < FEWEST_LETTERS || !letters.every((letter) => /[a-z]/i.test(letter))) {
    return null;
  }
  const meant = [...text.toLowerCase()].map((key) => PERSIAN_OF.get(key) ?? key).join('');
  const known = shareKnown(meant, isKnown);
  return known >= KNOWN_SHARE && known > shareKnown(text, isKnown) ? meant : null;
}

function shareKnown(text: string, isKnown: (word: string) => boolean): number {
  const words = matchKey(text).split(' ').filter(Boolean);
  return words.filter(isKnown).length / (words.length || 1);
}
