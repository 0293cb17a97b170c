import { tidy } from '../language/text.ts';

/** Nobody says more in a minute; what is longer was made up. */
const LONGEST = 1_000;
const LETTERS = /\p{L}/gu;
const PERSIAN_LETTERS = /\p{Script=Arabic}/gu;

/**
 * What was heard, as if it had been typed: no marks that steer the screen, one line, a bounded length. Null for
 * what is no Persian: the noise a speech server makes words of.
 */
export function cleanTranscript(words: string): string | null {
  const clean = [...tidy(words.slice(0, 4 * LONGEST)).replace(/\s+/g, ' ')]
    .slice(0, LONGEST)
    .join('');
  const letters = clean.match(LETTERS)?.length ?? 0;
  const persian = clean.match(PERSIAN_LETTERS)?.length ?? 0;
  if (letters === 0) return /\p{Nd}/u.test(clean) ? clean : null;
  return persian >= 2 && persian >= letters / 2 ? clean : null;
}
