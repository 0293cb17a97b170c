import { consonantSkeleton } from '../language/skeleton.ts';
import { conceptsOf } from './concepts.ts';
import { PLACEHOLDER } from './wording.ts';

/** Families of features; each is scaled to the same length, so that long words cannot drown the rest. */
export const FAMILIES = ['word', 'character', 'sound'] as const;

/**
 * What the classifier sees of a message: words and pairs of words, runs of 2 to 5 letters within a
 * word, and the same over the consonants alone, in which Finglish meets Persian. One list per family.
 */
export function featuresOf(words: readonly string[]): string[][] {
  return [
    wordFeatures(words),
    characterFeatures(words),
    soundFeatures(words),
    conceptFeatures(words),
  ];
}

function wordFeatures(words: readonly string[]): string[] {
  const features = words.map((word) => `w${word}`);
  for (let i = 1; i < words.length; i++) features.push(`b${words[i - 1]} ${words[i]}`);
  return features;
}

function characterFeatures(words: readonly string[]): string[] {
  const features: string[] = [];
  for (const word of words) if (!PLACEHOLDER.test(word)) addRuns(features, 'c', `_${word}_`, 2, 5);
  return features;
}

function soundFeatures(words: readonly string[]): string[] {
  const sounds = words
    .filter((word) => !PLACEHOLDER.test(word))
    .map(consonantSkeleton)
    .filter(Boolean);
  const features: string[] = [];
  for (let i = 0; i < sounds.length; i++) {
    features.push(`s${sounds[i]}`);
    if (i > 0) features.push(`t${sounds[i - 1]} ${sounds[i]}`);
  }
  addRuns(features, 'r', `_${sounds.join('_')}_`, 3, 5);
  return features;
}

function addRuns(
  features: string[],
  family: string,
  text: string,
  shortest: number,
  longest: number,
) {
  for (let length = shortest; length <= longest; length++) {
    for (let i = 0; i + length <= text.length; i++)
      features.push(family + text.slice(i, i + length));
  }
}

function conceptFeatures(words: readonly string[]): string[] {
  const concepts = [...conceptsOf(words)].sort();
  const features = concepts.map((concept) => `k${concept}`);
  for (let i = 0; i < concepts.length; i++) {
    for (let j = i + 1; j < concepts.length; j++) features.push(`p${concepts[i]} ${concepts[j]}`);
  }
  return features;
}
