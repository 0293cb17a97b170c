import { tidy } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import type { Classifier } from '../understanding/classifier.ts';
import { extractEntities } from '../understanding/entities/extract.ts';
import { vectorOfWords } from '../understanding/estimate.ts';
import { withSamples } from '../understanding/masking/placeholders.ts';
import type { Understander } from '../understanding/understanding.ts';
import type { Vector } from '../understanding/vectors.ts';
import { classifiedWords } from '../understanding/wording.ts';
import type { ReviewEntry } from './review-list.ts';

/** Everything on the list that reads the same. */
export interface ReviewLine {
  /** With invented values for codes, days and places; marks remain where only a person knows what to write. */
  text: string;
  ids: string[];
  /** What citizens pressed after it, the most frequent first. */
  chosen: Intent[];
}

/** Lines that say much the same. */
export interface Cluster {
  lines: ReviewLine[];
  /** How often they were said in all. */
  said: number;
  /** What the classifier would make of it, the likeliest first. */
  proposed: Intent[];
}

/** Lines at least this alike are looked at together: cosine of the classifier's own vectors. */
const ALIKE = 0.5;

/** The list in groups of lines alike, what is said most first. */
export function clusters(
  entries: readonly ReviewEntry[],
  {
    classifier,
    understander,
    now,
  }: { classifier: Classifier; understander: Understander; now: Date },
): Cluster[] {
  const found: { leader: Direction; cluster: Cluster }[] = [];
  const lines = linesOf(entries).sort((a, b) => b.ids.length - a.ids.length);
  for (const line of lines) {
    const legible = withoutMarks(line.text);
    const direction = directionOf(legible, classifier, now);
    const near = found.find(({ leader }) => cosine(leader, direction) >= ALIKE);
    if (near) {
      near.cluster.lines.push(line);
      near.cluster.said += line.ids.length;
      continue;
    }
    const proposed = understander.understand(legible, { now }).choices;
    found.push({ leader: direction, cluster: { lines: [line], said: line.ids.length, proposed } });
  }
  return found.map(({ cluster }) => cluster).sort((a, b) => b.said - a.said);
}

function linesOf(entries: readonly ReviewEntry[]): ReviewLine[] {
  const byText = Map.groupBy(entries, ({ masked }) => withSamples(masked));
  return Array.from(byText, ([text, same]) => ({
    text,
    ids: same.map(({ id }) => id),
    chosen: byFrequency(same.flatMap(({ chosen }) => chosen ?? [])),
  }));
}

function byFrequency(intents: readonly Intent[]): Intent[] {
  const counts = Map.groupBy(intents, (intent) => intent);
  return [...counts].sort((a, b) => b[1].length - a[1].length).map(([intent]) => intent);
}

function withoutMarks(text: string): string {
  return text.replace(/‹[a-z-]+›/g, ' ');
}

interface Direction {
  values: Map<number, number>;
  length: number;
}

function directionOf(text: string, classifier: Classifier, now: Date): Direction {
  const tidied = tidy(text);
  const words = classifiedWords(tidied, extractEntities(tidied, now));
  const { indices, values }: Vector = vectorOfWords(classifier, words);
  const length = Math.hypot(...values);
  return { values: new Map(Array.from(indices, (index, i) => [index, values[i]!])), length };
}

function cosine(a: Direction, b: Direction): number {
  let product = 0;
  for (const [index, value] of b.values) product += value * (a.values.get(index) ?? 0);
  return product / (a.length * b.length || 1);
}
