import { consonantSkeleton } from '../language/skeleton.ts';
import { conceptsOf, SERVICE_SIGN, signOf } from './concepts.ts';
import { PLACEHOLDER } from './wording.ts';

/**
 * A feature is a number: a hash of its text and kind. Among a million numbers two features in twenty
 * share one, which costs less than handling half a thousand little strings a message.
 */
export const FEATURE_NUMBERS = 2 ** 20;

/** Kinds of features, so that a word and a run of letters of the same spelling differ. */
const KIND = {
  word: 1,
  letters: 2,
  sound: 3,
  sounds: 4,
  concept: 5,
  conceptPair: 6,
  framePair: 7,
  frameTriple: 8,
  frameGap: 9,
} as const;

/** Features of one sort, and the length they are scaled to, so that no sort can drown the rest. */
export interface Family {
  features: readonly number[];
  length: number;
}

/** Latin spellings vary from writer to writer: sounds, learned from Persian too, tell more of them than letters. */
const LENGTH_OF_LATIN_SOUNDS = 1.5;

/**
 * What the classifier sees of a message: words, runs of 2 to 5 letters within a word, the same over the
 * consonants alone, in which Finglish meets Persian, concepts, and the frame the sentence puts them in.
 */
export function featuresOf(words: readonly string[]): Family[] {
  const heard = words.map(hear);
  const sounds: string[] = [];
  const letters: number[] = [];
  const concepts = new Set<string>();
  for (const word of heard) {
    if (word.sound) sounds.push(word.sound);
    for (const feature of word.letters) letters.push(feature);
    for (const concept of word.concepts) concepts.add(concept);
  }
  return [
    { features: heard.map(({ feature }) => feature), length: 1 },
    { features: letters, length: 1 },
    { features: soundFeatures(sounds), length: isLatin(heard) ? LENGTH_OF_LATIN_SOUNDS : 1 },
    { features: conceptFeatures([...concepts].sort()), length: 1 },
    { features: frameFeatures(framed(heard)), length: 1 },
  ];
}

/** The feature of a word on its own. */
function wordFeature(word: string): number {
  return numberOf(hash(KIND.word, word));
}

/** The consonants of a word, as `consonantSkeleton` has them; empty for what stands for an entity. */
export function soundOf(word: string): string {
  return hear(word).sound;
}

interface Heard {
  feature: number;
  /** Empty for what stands for an entity, as are the rest. */
  letters: readonly number[];
  sound: string;
  concepts: readonly string[];
  isLatin: boolean;
  /** What it is in the frame of a sentence. */
  sign: string;
}

/** Few words make up most of what people write; more than this are forgotten together. */
const MOST_HEARD = 20_000;
const heardBefore = new Map<string, Heard>();

function hear(word: string): Heard {
  const known = heardBefore.get(word);
  if (known) return known;
  const isEntity = PLACEHOLDER.test(word);
  const sound = isEntity ? '' : consonantSkeleton(word);
  const concepts = isEntity ? [] : conceptsOf(word);
  const heard: Heard = {
    feature: wordFeature(word),
    letters: isEntity ? [] : runs(`_${word}_`, KIND.letters, 2),
    sound,
    concepts,
    isLatin: /^[a-z]/.test(word),
    sign: signOf(concepts) ?? (isEntity ? word : sound),
  };
  if (heardBefore.size >= MOST_HEARD) heardBefore.clear();
  heardBefore.set(word, heard);
  return heard;
}

function isLatin(heard: readonly Heard[]): boolean {
  const own = heard.filter(({ letters }) => letters.length > 0);
  return own.filter((word) => word.isLatin).length * 2 > own.length;
}

function soundFeatures(sounds: readonly string[]): number[] {
  return [
    ...sounds.map((sound) => numberOf(hash(KIND.sound, sound))),
    ...runs(`_${sounds.join('_')}_`, KIND.sounds, 3),
  ];
}

function conceptFeatures(concepts: readonly string[]): number[] {
  const features = concepts.map((concept) => numberOf(hash(KIND.concept, concept)));
  for (let i = 0; i < concepts.length; i++) {
    const first = hash(KIND.conceptPair, concepts[i]!);
    for (let j = i + 1; j < concepts.length; j++) {
      features.push(numberOf(hashBehind(first, concepts[j]!)));
    }
  }
  return features;
}

const BEGINNING = '^';
const END = '$';

/**
 * The sounds in their order, with one sign for any service and another for any foreign matter: what is
 * asked of one service is asked of the others in the same words.
 */
function framed(heard: readonly Heard[]): string[] {
  const frame = [BEGINNING];
  for (const { sign } of heard) {
    const isRepeated = sign === SERVICE_SIGN && frame.at(-1) === SERVICE_SIGN;
    if (sign && !isRepeated) frame.push(sign);
  }
  return [...frame, END];
}

/** Neighbours by two and three, and by two with one between them. */
function frameFeatures(frame: readonly string[]): number[] {
  const features: number[] = [];
  for (let i = 1; i < frame.length; i++) {
    const last = frame[i]!;
    features.push(numberOf(hashBehind(hash(KIND.framePair, frame[i - 1]!), last)));
    if (i === 1) continue;
    const [first, middle] = [frame[i - 2]!, frame[i - 1]!];
    features.push(numberOf(hashBehind(hashBehind(hash(KIND.frameTriple, first), middle), last)));
    features.push(numberOf(hashBehind(hash(KIND.frameGap, first), last)));
  }
  return features;
}

/** Every run of `shortest` to five letters. */
function runs(text: string, kind: number, shortest: number): number[] {
  const features: number[] = [];
  const longest = 5;
  for (let start = 0; start + shortest <= text.length; start++) {
    let state = hash(kind, '');
    const end = Math.min(start + longest, text.length);
    for (let i = start; i < end; i++) {
      state = mix(state, text.charCodeAt(i));
      if (i - start + 1 >= shortest) features.push(numberOf(state));
    }
  }
  return features;
}

/** FNV-1a. */
export function hash(seed: number, text: string): number {
  return mixed(mix(0x811c9dc5, seed), text);
}

/** The hash of a text behind another, parted by a space, from the hash of the other. */
function hashBehind(first: number, text: string): number {
  return mixed(mix(mix(0x811c9dc5, first), SPACE), text);
}

const SPACE = 32;

function mixed(before: number, text: string): number {
  let state = before;
  for (let i = 0; i < text.length; i++) state = mix(state, text.charCodeAt(i));
  return state;
}

function mix(state: number, value: number): number {
  return Math.imul(state ^ value, 0x01000193);
}

function numberOf(state: number): number {
  return (state ^ (state >>> 15)) & (FEATURE_NUMBERS - 1);
}
