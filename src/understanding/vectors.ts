import { type Family, FEATURE_NUMBERS } from './features.ts';

/** A message as numbers: indices of the features that are known, and their weights. */
export interface Vector {
  indices: Int32Array;
  values: Float32Array;
}

/** The features that are known, the commonest first, with their inverse document frequency. */
export interface Vocabulary {
  features: Int32Array;
  idf: Float32Array;
}

export interface Vectoriser {
  vectorOf(families: readonly Family[]): Vector;
}

/** Features seen in fewer examples teach little about others, and cost time at every start. */
const FEWEST_EXAMPLES = 2;
/** Words are bounded before they are read, and so are their features. */
const MOST_FEATURES = 2 ** 14;

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
  for (let feature = 0; feature < FEATURE_NUMBERS; feature++) {
    if (counts[feature]! >= FEWEST_EXAMPLES) features.push(feature);
  }
  // What most messages have lies together in memory, which is what reading and training wait for.
  features.sort((one, other) => counts[other]! - counts[one]! || one - other);
  const rarity = (feature: number) => Math.log((1 + documents.length) / (1 + counts[feature]!)) + 1;
  return { features: Int32Array.from(features), idf: Float32Array.from(features, rarity) };
}

/** Turns features into vectors: dampened counts times rarity, each family scaled to its length; the unknown is passed over. */
export function vectoriser({ features, idf }: Vocabulary): Vectoriser {
  const indexOf = new Int32Array(FEATURE_NUMBERS).fill(-1);
  for (let index = 0; index < features.length; index++) indexOf[features[index]!] = index;
  /** All zeros between calls. */
  const counts = new Uint16Array(features.length);
  /** More than any message has. */
  const indices = new Int32Array(MOST_FEATURES);
  const values = new Float32Array(MOST_FEATURES);
  const vectorOf = (families: readonly Family[]): Vector => {
    let size = 0;
    for (const { features: present, length } of families) {
      const first = size;
      for (const feature of present) {
        const index = indexOf[feature]!;
        if (index < 0 || size === MOST_FEATURES) continue;
        if (counts[index]!++ === 0) indices[size++] = index;
      }
      let square = 0;
      for (let i = first; i < size; i++) {
        const index = indices[i]!;
        const count = counts[index]!;
        // Most features occur once.
        const value = (count === 1 ? 1 : 1 + Math.log(count)) * idf[index]!;
        counts[index] = 0;
        square += value * value;
        values[i] = value;
      }
      const scale = length / Math.sqrt(square);
      for (let i = first; i < size; i++) values[i]! *= scale;
    }
    return { indices: indices.slice(0, size), values: values.slice(0, size) };
  };
  return { vectorOf };
}
