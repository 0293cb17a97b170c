import { toLatinDigits } from '../../../language/digits.ts';

const TOKEN = /(?:[\p{L}]{1,4}-?)?\d[\d/-]{1,14}/u;
const NAMED = new RegExp(
  `(?:شماره|سریال|کد|shomare|serial|kod|code)\\p{L}*\\s?:?\\s?(${TOKEN.source})`,
  'u',
);
/** Four parts and more are a renovation code, a year with two short numbers is a day. */
const CODE = /^\d+(?:[-/]\d+){3,}$/;
const DAY = /^(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4})$/;

/**
 * A certificate's number of whatever form, where the text says that it is one, or (`asked`) where one was
 * asked for.
 */
export function certificateNumberIn(text: string, asked: boolean): string | null {
  const digits = toLatinDigits(text);
  const match = NAMED.exec(digits)?.[1] ?? (asked ? TOKEN.exec(digits)?.[0] : undefined);
  const number = match?.replace(/[-/]+$/, '');
  return number && !CODE.test(number) && !DAY.test(number) ? number : null;
}
