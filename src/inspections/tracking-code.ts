import { toLatinDigits } from '../language/digits.ts';

/** Crockford's letters and digits: no I, L, O or U to be misread. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;
const MISREAD: Record<string, string> = { I: '1', L: '1', O: '0' };

/** A fresh code like `KH7M-2QXD`. It names a booking, it proves nothing: bookings answer their citizen only. */
export function newTrackingCode(randomBytes: (count: number) => Uint8Array): string {
  // 256 is a multiple of 32, so every symbol is equally likely.
  const symbols = [...randomBytes(LENGTH)].map((byte) => SYMBOLS[byte % SYMBOLS.length]);
  return grouped(symbols.join(''));
}

/** A code as citizens type it: any digits, case, spaces and dashes, look-alikes taken for what they mean. */
export function parseTrackingCode(text: string): string | null {
  const typed = toLatinDigits(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const code = typed.replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
  if (code.length !== LENGTH) return null;
  return [...code].every((symbol) => SYMBOLS.includes(symbol)) ? grouped(code) : null;
}

function grouped(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
