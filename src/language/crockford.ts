/** Crockford's letters and digits: no I, L, O or U to be misread. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** One symbol a byte; 256 is a multiple of 32, so every symbol is equally likely. */
export function crockford(bytes: Uint8Array): string {
  return [...bytes].map((byte) => SYMBOLS[byte % SYMBOLS.length]).join('');
}
