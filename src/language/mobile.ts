import { toLatinDigits, toPersianDigits } from './digits.ts';
import { tidy } from './text.ts';

/** An Iranian mobile number as `09…`, however its prefix and gaps were typed; null when it is none. */
export function parseMobile(text: string): string | null {
  const number = toLatinDigits(tidy(text)).replace(/[\s\u200C()\-\u2010-\u2015\u2212._/]/g, '');
  const match = /^(?:\+98|0098|98|0)?(9\d{9})$/.exec(number);
  return match ? `0${match[1]}` : null;
}

/**
 * The number of an account's own contact: an Iranian mobile as `09…`, any other with its country as `+…`.
 * A foreign number proves who writes; it stands on no file.
 */
export function parseOwnNumber(text: string): string | null {
  const mobile = parseMobile(text);
  if (mobile) return mobile;
  const digits = toLatinDigits(tidy(text)).replace(/[\s\u200C()\-.]/g, '');
  return /^\+?[1-9]\d{6,14}$/.test(digits) ? `+${digits.replace('+', '')}` : null;
}

/** Enough for its holder to recognise it: `۰۹۱۲•••۰۰۰۰`. */
export function maskMobile(mobile: string): string {
  return toPersianDigits(`${mobile.slice(0, 4)}•••${mobile.slice(-4)}`);
}
