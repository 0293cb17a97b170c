import { toLatinDigits } from './digits.ts';
import { tidy } from './text.ts';

/** A ten-digit postal code; null when it is none. It has no check digit. */
export function parsePostalCode(text: string): string | null {
  const code = toLatinDigits(tidy(text)).replace(/[\s\u200C\-\u2010-\u2015\u2212]/g, '');
  return /^[1-9]\d{9}$/.test(code) && !/(\d)\1{3}/.test(code) ? code : null;
}
