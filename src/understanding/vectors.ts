import { type Family, FEATURE_NUMBERS } from './features.ts';

/** A message as numbers: indices of the features that are known, and their weights. */
export interface Vector {
  indices: Int32Array;
  values: Float32Array;
}

/** The features that are known, in the order of their indices, with their inverse document frequency. */
export interface Vocabulary {
  features: Int32Array;
  idf: Float32Array;
}

export type Vectoriser = (families: readonly Family[]) => Vector;

/** Features seen in fewer examples teach little about others, and cost time at every start. */
const FEWEST_EXAMPLES = 2;

export function buildVocabulary(documents: readonly (readonly Family[])[]): Vocabulary {
  const counts = new Int32Array(FEATURE_NUMBERS);
  const latest = new Int32Array(FEATURE_NUMBERS).fill(-1);
  for (const [document, families] of documents.entries()) {
    for (const { features } of families) {
      for (const feature of features) {
        if (latest[feature] === document) continue;
        latest[feature] = document;
        counts[feature]!++;
      }
    }
  }
  const features: number[] = [];
  const idf: number[] = [];
  for (let feature = 0; feature < FEATURE_NUMBERS; feature++) {
    const count = counts[feature]!;
    if (count < FEWEST_EXAMPLES) continue;
    features.push(feature);
    idf.push(Math.log((1 + documents.length) / (1 + count)) + 1);
  }
  return { features: Int32Array.from(features), idf: Float32Array.from(idf) };
}

/** Whether a feature has been met in the examples. */
export function hasFeature({ features }: Vocabulary, feature: number): boolean {
  let low = 0;
  let high = features.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = features[middle]!;
    if (found === feature) return true;
    if (found < feature) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Turns features into vectors: dampened counts times rarity, each family scaled to its length; the unknown is passed over. */
export function vectoriser({ features, idf }: Vocabulary): Vectoriser {
  const indexOf = new Int32Array(FEATURE_NUMBERS).fill(-1);
  for (let index = 0; index < features.length; index++) indexOf[features[index]!] = index;
  /** All zeros between calls. */
  const counts = new Uint16Array(features.length);
  return (families) => {
    const indices: number[] = [];
    const values: number[] = [];
    for (const { features: present, length } of families) {
      const first = indices.length;
      for (const feature of present) {
        const index = indexOf[feature]!;
        if (index >= 0 && counts[index]!++ === 0) indices.push(index);
      }
      let square = 0;
      for (let i = first; i < indices.length; i++) {
        const index = indices[i]!;
        const value = (1 + Math.log(counts[index]!)) * idf[index]!;
        counts[index] = 0;
        square += value * value;
        values.push(value);
      }
      const scale = length / Math.sqrt(square);
      for (let i = first; i < values.length; i++) values[i]! *= scale;
    }
    return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
  };
}
