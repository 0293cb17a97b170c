import { toLatinDigits, toPersianDigits } from './digits.ts';
import { tidy } from './text.ts';

const LEGAL_WEIGHTS = [29, 27, 23, 19, 17];

/** A natural person's ten-digit national id, check digit verified; null when it is none. */
export function parseNationalId(text: string): string | null {
  const id = digitsOf(text);
  if (!/^\d{10}$/.test(id) || /^(\d)\1{9}$/.test(id)) return null;
  const digits = [...id].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, i) => total + digit * (10 - i), 0);
  const rest = sum % 11;
  return digits[9] === (rest < 2 ? rest : 11 - rest) ? id : null;
}

/** A legal person's eleven-digit national id, check digit verified; null when it is none. */
export function parseLegalId(text: string): string | null {
  const id = digitsOf(text);
  if (!/^\d{11}$/.test(id) || /^(\d)\1{10}$/.test(id)) return null;
  const digits = [...id].map(Number);
  const shift = digits[9]! + 2;
  const sum = digits
    .slice(0, 10)
    .reduce((total, digit, i) => total + (digit + shift) * LEGAL_WEIGHTS[i % 5]!, 0);
  return digits[10] === (sum % 11) % 10 ? id : null;
}

/** Enough for its holder to recognise it: `۹۹۹•••••۱۸`. */
export function maskNationalId(id: string): string {
  const hidden = '•'.repeat(Math.max(id.length - 5, 0));
  return toPersianDigits(`${id.slice(0, 3)}${hidden}${id.slice(-2)}`);
}

function digitsOf(text: string): string {
  return toLatinDigits(tidy(text)).replace(/[\s\u200C\-\u2010-\u2015\u2212]/g, '');
}
