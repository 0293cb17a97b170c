import {
  LARGEST_DISTRICT,
  parseRenovationCode,
  reversedRenovationCode,
} from '../../language/renovation-code.ts';
import type { Found } from './entity.ts';

const DASH = '[-/\\\\.\\u2010-\\u2015\\u2043\\u2044\\u2212\\u2215\\uFE58\\uFE63\\uFF0D\\uFF0F_~ـ]';
const JOINED = new RegExp(
  `(?<![\\d])(?<!\\d${DASH})\\d{1,10}(?:\\s?${DASH}\\s?\\d{1,10}){3,6}(?!\\s?${DASH}?\\d)`,
  'g',
);
/** Numbers parted by spaces alone: seven, or four and more that begin like a district; or after the word for the code. */
const SPACED = /(?<![\d-]|\d )(?:\d{1,6}(?: \d{1,6}){6}|[1-9]\d?(?: \d{1,6}){3,5})(?![ -]?\d)/g;
const NAMED_SPACED =
  /(?:نوسازی|نوسازیم|کدم?|کد ملک|code|nosazi|kod)(?: ?:? ?| [^\d\n،.]{0,16} )(\d{1,6}(?:(?: ?(?:[،,*:|]|و|خط ?(?:تیره)?) ?| )\d{1,6}){3,6})(?![ -]?\d)/g;
/** Before numbers of other registers, which look like a code. */
const OTHER_REGISTER = /(?:عضویت|نظام مهندسی|اشتغال|حساب|شبا|کارت|ozviat|hesab)[^\d\n]{0,12}$/u;
const PART_NAMES = [
  'منطقه|منطقه ی|mantaghe|mantaqe',
  'محله|ناحیه|mahale|mahalle',
  'بلوک|block|bolok|blok',
  'ملک|پلاک|melk',
  'ساختمان|ساختمون|sakhteman',
  'آپارتمان|اپارتمان|واحد|apartment|vahed',
  'صنفی|مغازه|senfi',
];
const LABELLED = new RegExp(
  PART_NAMES.slice(0, 4)
    .map((names) => `(?:${names})\\s?:?\\s?(\\d{1,6})`)
    .join('[\\s،,و-]{0,4}') +
    PART_NAMES.slice(4)
      .map((names) => `(?:[\\s،,و-]{0,4}(?:${names})\\s?:?\\s?(\\d{1,6}))?`)
      .join(''),
  'g',
);

/** @param text tidied, with Latin digits */
export function renovationCodes(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(LABELLED)) {
    const parts = match.slice(1).map((part) => part ?? '0');
    add(found, match[0], match.index, parts.join('-'));
  }
  for (const match of text.matchAll(JOINED)) {
    // A telephone number with gaps, not a district with a zero before it.
    if (/^0\d{2}/.test(match[0]) && match[0].split(/\D+/).length < 7) continue;
    if (OTHER_REGISTER.test(text.slice(0, match.index))) continue;
    add(found, match[0], match.index, match[0].replaceAll('.', '-'));
  }
  for (const match of text.matchAll(SPACED)) {
    add(found, match[0], match.index, match[0].replaceAll(' ', '-'));
  }
  for (const match of text.matchAll(NAMED_SPACED)) {
    const numbers = match[1] ?? '';
    const start = match.index + match[0].length - numbers.length;
    add(found, numbers, start, numbers.replace(/\D+/g, '-'));
  }
  return found;
}

function add(found: Found[], text: string, start: number, code: string): void {
  const value = reversedRenovationCode(code) ?? parseRenovationCode(code);
  const end = start + text.length;
  // No district has such a number: it is that of a bank card, an account, a letter.
  if (
    !value ||
    Number(value.split('-', 1)[0]) > LARGEST_DISTRICT ||
    found.some((other) => start < other.end && other.start < end)
  )
    return;
  found.push({ type: 'nosazi', text, value, start, end });
}
