import { toLatinDigits } from './digits.ts';

/**
 * A certificate's number in the form in which two spellings are compared: any digits, case and separators,
 * with or without leading zeros in its parts.
 */
export function certificateNumberKey(number: string): string {
  return toLatinDigits(number)
    .toUpperCase()
    .split(/[^\p{L}\d]+/u)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join('');
}
