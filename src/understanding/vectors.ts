/** A message as numbers: indices of the features that are known, and their weights. */
export interface Vector {
  indices: Int32Array;
  values: Float32Array;
}

/** The known features with their inverse document frequency. */
export interface Vocabulary {
  index: ReadonlyMap<string, number>;
  idf: Float32Array;
}

/** Features seen in only one example teach nothing about others. */
const FEWEST_EXAMPLES = 2;

export function buildVocabulary(documents: readonly string[][][]): Vocabulary {
  const counts = new Map<string, number>();
  for (const families of documents) {
    for (const feature of new Set(families.flat())) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1);
    }
  }
  const index = new Map<string, number>();
  const idf: number[] = [];
  for (const [feature, count] of counts) {
    if (count < FEWEST_EXAMPLES) continue;
    index.set(feature, index.size);
    idf.push(Math.log((1 + documents.length) / (1 + count)) + 1);
  }
  return { index, idf: Float32Array.from(idf) };
}

/** Dampened counts times rarity, each family of features scaled to length one. */
export function vectorOf(families: readonly string[][], vocabulary: Vocabulary): Vector {
  const indices: number[] = [];
  const values: number[] = [];
  for (const features of families) {
    const counts = new Map<number, number>();
    for (const feature of features) {
      const index = vocabulary.index.get(feature);
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    let square = 0;
    const first = values.length;
    for (const [index, count] of counts) {
      const value = (1 + Math.log(count)) * vocabulary.idf[index]!;
      square += value * value;
      indices.push(index);
      values.push(value);
    }
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let i = first; i < values.length; i++) values[i]! *= scale;
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}
