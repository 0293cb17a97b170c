import { toLatinDigits } from './digits.ts';
import { tidy } from './text.ts';
import type { RenovationCode } from './vocabulary.ts';

const PARTS = 7;
const FEWEST_PARTS = 4;
const MOST_DIGITS = 10;
/** No Iranian city counts a hundred districts; a larger first number is a block or parcel, read from the wrong end. */
export const LARGEST_DISTRICT = 99;
const SEPARATOR =
  /\s*[-/\\\u00AD\u2010-\u2015\u2043\u2044\u2212\u2215\uFE58\uFE63\uFF0D\uFF0F_~ـ]\s*/;

/**
 * The canonical form of a renovation code: district, quarter, block, parcel, building, apartment, shop.
 * Four to six parts are padded with zeros. Read in the forward direction only; null when it is none.
 */
export function parseRenovationCode(text: string): RenovationCode | null {
  return canonical(numbersOf(text));
}

/**
 * The code read from its other end, when the text can only have been copied backwards from a
 * right-to-left screen: it begins with an empty shop (0) or with a number no district has.
 */
export function reversedRenovationCode(text: string): RenovationCode | null {
  const numbers = numbersOf(text);
  const [first] = numbers;
  const last = numbers.at(-1) ?? 0;
  if (first === undefined || last < 1 || last > LARGEST_DISTRICT) return null;
  if (first !== 0 && first <= LARGEST_DISTRICT) return null;
  return canonical(numbers.toReversed());
}

/** The same numbers from their other end, without the zeros that pad them: what a code may be that fits no district. */
export function turnedRound(code: RenovationCode): RenovationCode | null {
  const numbers = code.split('-').map(Number);
  const end = numbers.findLastIndex((number) => number > 0) + 1;
  return end < FEWEST_PARTS ? null : canonical(numbers.slice(0, end).reverse());
}

function numbersOf(text: string): number[] {
  const parts = toLatinDigits(tidy(text)).split(SEPARATOR);
  if (parts.length < FEWEST_PARTS || parts.length > PARTS) return [];
  const wellFormed = parts.every((part) => /^\d+$/.test(part) && part.length <= MOST_DIGITS);
  return wellFormed ? parts.map(Number) : [];
}

function canonical(numbers: number[]): RenovationCode | null {
  const [district] = numbers;
  // Zero stands for "absent", and every property lies in a district.
  if (district === undefined || district === 0) return null;
  return [...numbers, ...Array(PARTS - numbers.length).fill(0)].join('-');
}
