import { consonantSkeleton } from '../language/skeleton.ts';
import { matchKey } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';

export interface Ambiguous {
  /** The likeliest first. */
  choices: readonly Intent[];
  /** Whose business the foreign reading is. */
  authority?: string;
}

/** Bare words that mean two things to two people: always asked, never guessed. */
const WORDS: readonly (Ambiguous & { spellings: string })[] = [
  {
    spellings: 'خلافی | خلافیم | خلاف | خلافی میخوام | استعلام خلافی | khalafi | khalafi mikham',
    choices: ['violations', 'transfer'],
    authority: 'police',
  },
  {
    spellings:
      'پایان خدمت | گواهی پایان خدمت | کارت پایان خدمت | برگه پایان خدمت | پایان خدمت میخوام | payan khedmat | payan khedmat mikham',
    choices: ['completion', 'request-status'],
    authority: 'military',
  },
  {
    spellings: 'پروانه | پروانه ام | مجوز | جواز | parvane | parvaneh | mojavez | javaz',
    choices: ['permit', 'request-status', 'requirements'],
    authority: 'guild-union',
  },
  { spellings: 'عوارض | عوارضم | avarez', choices: ['debt', 'payment', 'clearance'] },
];

const BY_KEY = new Map(
  WORDS.flatMap(({ spellings, ...ambiguous }) =>
    spellings.split('|').map((spelling) => [matchKey(spelling), ambiguous] as const),
  ),
);
const BY_SOUND = new Map(
  [...BY_KEY]
    .filter(([key]) => /^[a-z]/.test(key))
    .map(([key, ambiguous]) => [consonantSkeleton(key), ambiguous] as const),
);

/** @param key all words of a message but its politeness, as `matchKey` spells them */
export function ambiguousWord(key: string): Ambiguous | null {
  return (
    BY_KEY.get(key) ??
    (/^[a-z ]+$/.test(key) ? (BY_SOUND.get(consonantSkeleton(key)) ?? null) : null)
  );
}
