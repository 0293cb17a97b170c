import { consonantSkeleton } from '../language/skeleton.ts';
import { conceptsOf } from './concepts.ts';
import { PLACEHOLDER } from './wording.ts';

/**
 * A feature is a number: a hash of its text and kind. Among a million numbers two features in twenty
 * share one, which costs less than handling half a thousand little strings a message.
 */
export const FEATURE_NUMBERS = 2 ** 20;

/** Kinds of features, so that a word and a run of letters of the same spelling differ. */
const KIND = {
  word: 1,
  wordPair: 2,
  letters: 3,
  sound: 4,
  soundPair: 5,
  sounds: 6,
  concept: 7,
  conceptPair: 8,
} as const;

/** Features of one sort, and the length they are scaled to, so that no sort can drown the rest. */
export interface Family {
  features: readonly number[];
  length: number;
}

/** Latin spellings vary from writer to writer: sounds, learned from Persian too, tell more of them than letters. */
const LENGTH_OF_LATIN_SOUNDS = 1.5;

/**
 * What the classifier sees of a message: words and pairs of words, runs of 2 to 5 letters within a
 * word, the same over the consonants alone, in which Finglish meets Persian, and concepts.
 */
export function featuresOf(words: readonly string[]): Family[] {
  return [
    { features: wordFeatures(words), length: 1 },
    { features: letterFeatures(words), length: 1 },
    { features: soundFeatures(words), length: isLatin(words) ? LENGTH_OF_LATIN_SOUNDS : 1 },
    { features: conceptFeatures(words), length: 1 },
  ];
}

/** The feature of a word on its own. */
export function wordFeature(word: string): number {
  return numberOf(hash(KIND.word, word));
}

function isLatin(words: readonly string[]): boolean {
  const own = words.filter((word) => !PLACEHOLDER.test(word));
  return own.filter((word) => /^[a-z]/.test(word)).length * 2 > own.length;
}

function wordFeatures(words: readonly string[]): number[] {
  const features: number[] = [];
  addWithPairs(features, words, KIND.word, KIND.wordPair);
  return features;
}

function letterFeatures(words: readonly string[]): number[] {
  const features: number[] = [];
  for (const word of words) {
    if (!PLACEHOLDER.test(word)) addRuns(features, `_${word}_`, KIND.letters, 2);
  }
  return features;
}

function soundFeatures(words: readonly string[]): number[] {
  const sounds = words
    .filter((word) => !PLACEHOLDER.test(word))
    .map(consonantSkeleton)
    .filter(Boolean);
  const features: number[] = [];
  addWithPairs(features, sounds, KIND.sound, KIND.soundPair);
  addRuns(features, `_${sounds.join('_')}_`, KIND.sounds, 3);
  return features;
}

function conceptFeatures(words: readonly string[]): number[] {
  const concepts = [...conceptsOf(words)].sort();
  const features = concepts.map((concept) => numberOf(hash(KIND.concept, concept)));
  for (let i = 0; i < concepts.length; i++) {
    const first = hash(KIND.conceptPair, concepts[i]!);
    for (let j = i + 1; j < concepts.length; j++) {
      features.push(numberOf(hash(first, ` ${concepts[j]}`)));
    }
  }
  return features;
}

function addWithPairs(features: number[], words: readonly string[], one: number, pair: number) {
  for (let i = 0; i < words.length; i++) {
    features.push(numberOf(hash(one, words[i]!)));
    if (i > 0) features.push(numberOf(hash(hash(pair, words[i - 1]!), ` ${words[i]}`)));
  }
}

/** Every run of `shortest` to five letters. */
function addRuns(features: number[], text: string, kind: number, shortest: number): void {
  const longest = 5;
  for (let start = 0; start + shortest <= text.length; start++) {
    let state = hash(kind, '');
    const end = Math.min(start + longest, text.length);
    for (let i = start; i < end; i++) {
      state = mix(state, text.charCodeAt(i));
      if (i - start + 1 >= shortest) features.push(numberOf(state));
    }
  }
}

/** FNV-1a. */
export function hash(seed: number, text: string): number {
  let state = mix(0x811c9dc5, seed);
  for (let i = 0; i < text.length; i++) state = mix(state, text.charCodeAt(i));
  return state;
}

function mix(state: number, value: number): number {
  return Math.imul(state ^ value, 0x01000193);
}

function numberOf(state: number): number {
  return (state ^ (state >>> 15)) & (FEATURE_NUMBERS - 1);
}
