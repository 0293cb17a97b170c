import { toLatinDigits } from './digits.ts';

/** Crockford's letters and digits: no I, L, O or U to be misread. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const MISREAD: Record<string, string> = { I: '1', L: '1', O: '0' };

/** One symbol a byte; 256 is a multiple of 32, so every symbol is equally likely. */
export function crockford(bytes: Uint8Array): string {
  return [...bytes].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
}

/** Symbols as citizens type them: any digits and case, spaces and dashes, look-alikes taken for what they mean. */
export function readCrockford(text: string, length: number): string | null {
  const typed = toLatinDigits(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const symbols = typed.replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter);
  if (symbols.length !== length) return null;
  return [...symbols].every((symbol) => SYMBOLS.includes(symbol)) ? symbols : null;
}
