import { parseDay } from '../../language/jalali.ts';
import { type Found, overlaps } from './entity.ts';

/** Eight characters of Crockford's alphabet in two groups, perhaps after the city's letters: `HMD-7K3Q-9XWD`. */
const CODE =
  /(?<![\p{L}\d-])(?:[a-z]{2,4}[- ])?[0-9a-hjkmnp-tv-z]{4}[-_ ]?[0-9a-hjkmnp-tv-z]{4}(?![\p{L}\d-])/giu;

const SEPARATOR = '\\s?[-/\\u2010-\\u2015\\u2212]\\s?';
/** District, Jalali year and number in it, as the demo city prints them: `3-1405-221`. */
const NUMBER = new RegExp(
  `(?<!\\d|\\d[-/])(\\d{1,6})${SEPARATOR}(1[34]\\d{2})${SEPARATOR}(\\d{1,6})(?!\\d|\\s?[-/]\\d)`,
  'g',
);

/** Any other office's way of numbering, where the words say what it is: «پروانه شماره ش-۱۴۰۲-۳۳۱». */
const NAMED = new RegExp(
  `(?:گواهی|پروانه|پایان ?\\u200C?کار|مفاصا|سریال|govahi|parvane)(?:(?!پلاک|کد)[^\\d\\n]){0,24}?(شماره|سریال|shomare)?[ :]{0,3}` +
    `(?<![\\p{L}\\d])(((?:\\p{L}{1,4}${SEPARATOR})?)\\d{1,6}(?:${SEPARATOR}\\d{1,6}){1,2})(?!(?:${SEPARATOR})?\\d)`,
  'giu',
);

/**
 * The numbers of certificates, the district first whichever way they were read off the paper.
 *
 * @param text tidied, with Latin digits
 */
export function certificateNumbers(text: string): Found[] {
  if (!/\d/.test(text)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const [number, first = '', year = '', last = ''] = match;
    const [district, serial] = first.length <= 2 ? [first, last] : [last, first];
    if (district.length > 2) continue;
    const value = [district, year, serial].map(Number).join('-');
    const start = match.index;
    found.push({ type: 'certificate', text: number, value, start, end: start + number.length });
  }
  return [
    ...found,
    ...namedNumbers(text).filter((each) => !found.some((one) => overlaps(one, each))),
  ];
}

function namedNumbers(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(NAMED)) {
    const [whole, said, number = '', letters] = match;
    const parts = number.split(/[^\p{L}\d]+/u);
    const isPlain = !letters && (parts.length < 3 ? !said : parseDay(parts.join('/')) !== null);
    if (isPlain) continue;
    const start = match.index + whole.length - number.length;
    const value = parts.join('-').toUpperCase();
    found.push({ type: 'certificate', text: number, value, start, end: start + number.length });
  }
  return found;
}

/** @param text tidied, with Latin digits */
export function certificateCodes(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(CODE)) {
    const [code] = match;
    if (!looksPrinted(code)) continue;
    found.push({
      type: 'certificate',
      text: code,
      value: canonical(code),
      start: match.index,
      end: match.index + code.length,
    });
  }
  return found;
}

/** Finglish words have eight letters too; a printed code has digits among its letters, or its dash in capitals. */
function looksPrinted(code: string): boolean {
  if (!/[a-z]/i.test(code)) return false;
  const groups = code.slice(-9);
  return (/\d/.test(groups) && /[a-z]/i.test(groups)) || /^[A-Z]{4}-[A-Z]{4}$/.test(groups);
}

function canonical(code: string): string {
  const upper = code.toUpperCase();
  const bare = upper.replace(/[-_ ]/g, '');
  const prefix = bare.slice(0, -8);
  return `${prefix ? `${prefix}-` : ''}${bare.slice(-8, -4)}-${bare.slice(-4)}`;
}
