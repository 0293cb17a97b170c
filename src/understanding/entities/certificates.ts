import type { Found } from './entity.ts';

/** Eight characters of Crockford's alphabet in two groups, perhaps after the city's letters: `HMD-7K3Q-9XWD`. */
const CODE =
  /(?<![\p{L}\d-])(?:[a-z]{2,4}[- ])?[0-9a-hjkmnp-tv-z]{4}[- ]?[0-9a-hjkmnp-tv-z]{4}(?![\p{L}\d-])/giu;

/** @param text tidied, with Latin digits */
export function certificateCodes(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(CODE)) {
    const [code] = match;
    if (!looksPrinted(code)) continue;
    found.push({
      type: 'certificate',
      text: code,
      value: canonical(code),
      start: match.index,
      end: match.index + code.length,
    });
  }
  return found;
}

/** Finglish words have eight letters too; a printed code has digits among its letters, or its dash in capitals. */
function looksPrinted(code: string): boolean {
  if (!/[a-z]/i.test(code)) return false;
  const groups = code.slice(-9);
  return (/\d/.test(groups) && /[a-z]/i.test(groups)) || /^[A-Z]{4}-[A-Z]{4}$/.test(groups);
}

function canonical(code: string): string {
  const upper = code.toUpperCase();
  const bare = upper.replace(/[- ]/g, '');
  const prefix = bare.slice(0, -8);
  return `${prefix ? `${prefix}-` : ''}${bare.slice(-8, -4)}-${bare.slice(-4)}`;
}
