import { toLatinDigits, toPersianDigits } from './digits.ts';
import { tidy } from './text.ts';

/** An Iranian mobile number as `09…`, however its prefix and gaps were typed; null when it is none. */
export function parseMobile(text: string): string | null {
  const number = toLatinDigits(tidy(text)).replace(/[\s\u200C()\-\u2010-\u2015\u2212.]/g, '');
  const match = /^(?:\+98|0098|98|0)?(9\d{9})$/.exec(number);
  return match ? `0${match[1]}` : null;
}

/** Enough for its holder to recognise it: `۰۹۱۲•••۰۰۰۰`. */
export function maskMobile(mobile: string): string {
  return toPersianDigits(`${mobile.slice(0, 4)}•••${mobile.slice(-4)}`);
}
