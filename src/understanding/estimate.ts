import { INTENTS, type Intent } from '../language/vocabulary.ts';
import { type Classifier, distribution, FOREIGN, intentOfLabel } from './classifier.ts';
import { featuresOf } from './features.ts';
import type { Vector } from './vectors.ts';
import { type Guess, ranked } from './zones.ts';

/** One example in three is foreign, far more than citizens write: what they write is sooner ours. */
const FOREIGN_PRIOR = 0.7;
/** An example met again word for word: surer than any estimate. */
const EXACT = 0.99;
/** How much likelier a message is what the dialogue has just asked about. */
const EXPECTED = 4;
/** How much likelier it is one of the wishes that follow from the last answer. */
const FOLLOWING = 3;
/** Share of all that is foreign which one authority must hold to be named. */
const AUTHORITY_SHARE = 0.35;

export interface Estimate {
  /** Every intent, the best guess first. */
  guesses: Guess[];
  /** Whose business it is, should it be none of ours. */
  authority: string | null;
}

export interface Evidence {
  /** What the dialogue has just asked about. */
  expecting?: Intent | undefined;
  /** What often follows the last answer. */
  following?: readonly Intent[];
  /** The intent of an example that says the same words. */
  known?: Intent | undefined;
}

export function vectorOfWords(classifier: Classifier, words: readonly string[]): Vector {
  return classifier.vectoriser.vectorOf(featuresOf(words));
}

/** What the classifier and the circumstances together make of a message. */
export function estimate(
  classifier: Classifier,
  vector: Vector,
  { expecting, following = [], known }: Evidence,
): Estimate {
  const labels = distribution(classifier.intent, vector);
  const intents = new Map<Intent, number>(INTENTS.map((intent) => [intent, 0]));
  for (const [label, probability] of labels) {
    const intent = intentOfLabel(label);
    intents.set(intent, intents.get(intent)! + probability);
  }
  const authority = authorityOf(labels, intents.get('none')!);
  scale(intents, 'none', FOREIGN_PRIOR);
  if (expecting) scale(intents, expecting, EXPECTED);
  else for (const intent of following) scale(intents, intent, FOLLOWING);
  if (known) settle(intents, known);
  return { guesses: ranked(intents), authority };
}

function authorityOf(labels: ReadonlyMap<string, number>, foreign: number): string | null {
  let best: string | null = null;
  let highest = foreign * AUTHORITY_SHARE;
  for (const [label, probability] of labels) {
    if (label.startsWith(FOREIGN) && probability > highest) {
      best = label.slice(FOREIGN.length);
      highest = probability;
    }
  }
  return best;
}

function scale(intents: Map<Intent, number>, intent: Intent, factor: number): void {
  const before = intents.get(intent)!;
  const total = 1 + before * (factor - 1);
  for (const [other, probability] of intents) {
    intents.set(other, (probability * (other === intent ? factor : 1)) / total);
  }
}

function settle(intents: Map<Intent, number>, intent: Intent): void {
  const rest = 1 - intents.get(intent)!;
  for (const [other, probability] of intents) {
    intents.set(other, other === intent ? EXACT : (probability * (1 - EXACT)) / (rest || 1));
  }
}
