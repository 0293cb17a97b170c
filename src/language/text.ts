import { toLatinDigits } from './digits.ts';

const PRESENTATION_FORMS = /[\uFB50-\uFDFB\uFE70-\uFEFC]+/g;
/** Between figures copied from a printed page it parts them; anywhere else it shows only at the end of a line. */
const SOFT_HYPHEN = /(?<=[0-9۰-۹٠-٩])\u00AD(?=[0-9۰-۹٠-٩])/g;
/** Control characters and marks that only steer the screen (bidi, joiners); the half-space says something. */
const INVISIBLE = /(?![\u200C\n\t])[\p{Cc}\p{Cf}]/gu;

/**
 * What the citizen typed, cleaned but not reworded: Persian ی and ک, no bidi marks or control
 * characters, single spaces and line breaks. Kept and shown.
 */
export function tidy(text: string): string {
  return TIDY.test(text) ? text : tidied(text);
}

/** Nothing to clean: single spaces and half-spaces between letters, digits and signs that stay as they are. */
const TIDY =
  /^[\w.,!?():/\-؟،؛«»۰-۹٠-٩ءآ-غفقلمنهوپچژکگی]+(?:[ \u200C][\w.,!?():/\-؟،؛«»۰-۹٠-٩ءآ-غفقلمنهوپچژکگی]+)*$/;

function tidied(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(PRESENTATION_FORMS, (letters) => letters.normalize('NFKC'))
    .replace(SOFT_HYPHEN, '-')
    .replace(INVISIBLE, '')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\u200C{2,}/g, '\u200C')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

const FOLDED: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ئ: 'ی',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ێ: 'ی',
  ې: 'ی',
  ڪ: 'ک',
  ء: '',
};

/**
 * The spelling in which two texts are compared, never shown: one letter for each sound-alike form,
 * Latin digits and lower case, no half-spaces, vowel signs, elongation or punctuation.
 *
 * @example matchKey('سلاااام، کدِ نوسازيِ ۱۲') // 'سلام کد نوسازی 12'
 */
export function matchKey(text: string): string {
  // One message is compared with many things, one after the other.
  if (text !== latest.text) latest = { text, key: keyOf(text) };
  return latest.key;
}

let latest = { text: '', key: '' };

function keyOf(text: string): string {
  return toLatinDigits(tidy(text))
    .toLowerCase()
    .replace(/[أإآٱؤئةۀہەێېڪء]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[\u200C\u0640\u064B-\u065F\u0670]/g, '')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
