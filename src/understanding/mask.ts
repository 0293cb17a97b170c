import { isNumberWord } from '../language/number-words.ts';
import { matchKey, tidy } from '../language/text.ts';
import type { Found } from './entities/entity.ts';
import { extractEntities } from './entities/extract.ts';
import { type Placeholder, placeholder } from './masking/placeholders.ts';
import { saidNames } from './masking/said-names.ts';
import type { MaskVocabulary } from './masking/vocabulary.ts';

/** A message that says what is wanted, and of whom and what nothing. */
export interface Masked {
  text: string;
  /** How many words of it say more than grammar and courtesy do. */
  telling: number;
}

export type Mask = (text: string, now: Date) => Masked;

/** Nobody's wish needs more; a long story could be recognised by its course alone. */
const MOST_WORDS = 80;
const LONGEST_TEXT = 4096;
/** Words with their half-spaces, digits and number signs of any script, and the marks that make a question. */
const TOKEN = /[\p{L}\p{M}\u200C]+|\p{N}+|[؟?!.]/gu;

interface Token {
  /** Null for what is no word. */
  key: string | null;
  shown: string;
}

/**
 * Masks by an allow-list: only words of the closed vocabulary come through, spelled as they were; every other
 * word, every digit and number word, everything that was read as an entity and every name that is introduced
 * as one gives way to a placeholder. What nobody thought of is therefore hidden, not shown.
 */
export function createMask(vocabulary: MaskVocabulary): Mask {
  return (typed, now) => {
    const text = tidy(typed.slice(0, LONGEST_TEXT));
    const tokens = tokensOf(text, extractEntities(text, now)).slice(0, MOST_WORDS);
    const names = saidNames(tokens.map(({ key }) => key));
    let telling = 0;
    const shown = tokens.map((token, i) => {
      if (token.key === null) return token.shown;
      if (names.has(i)) return placeholder('name');
      if (isNumberWord(token.key)) return placeholder('number');
      if (vocabulary.tells(token.key)) telling++;
      if (vocabulary.shows(token.key)) return token.shown;
      const stem = vocabulary.stemOf(token.key);
      if (stem) telling++;
      return stem ?? placeholder('word');
    });
    return { text: joined(shown), telling };
  };
}

function tokensOf(text: string, entities: readonly Found[]): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const { type, start, end } of entities) {
    tokens.push(...wordTokens(text.slice(position, start)));
    tokens.push({ key: null, shown: placeholder(type) });
    position = end;
  }
  return [...tokens, ...wordTokens(text.slice(position))];
}

function wordTokens(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), ([token]) => {
    if (/^\p{N}/u.test(token)) return { key: null, shown: placeholder('number') };
    if (/^[؟?!.]/.test(token)) return { key: null, shown: token };
    return { key: matchKey(token), shown: token };
  }).filter(({ key }) => key !== '');
}

const REPEATABLE: ReadonlySet<string> = new Set(
  (['number', 'word', 'name'] satisfies Placeholder[]).map(placeholder),
);

/** How many digits, names or unknown words stood side by side is nobody's business either. */
function joined(shown: readonly string[]): string {
  const kept: string[] = [];
  for (const [i, each] of shown.entries()) {
    const last = kept.at(-1);
    if (REPEATABLE.has(each) && last === each) continue;
    const isBetweenNumbers =
      (each === 'و' || each === 'va') &&
      last === placeholder('number') &&
      shown[i + 1] === placeholder('number');
    if (!isBetweenNumbers) kept.push(each);
  }
  return kept
    .join(' ')
    .replace(/ ([؟?!.])/g, '$1')
    .replace(/([؟?!.])\1+/g, '$1');
}
