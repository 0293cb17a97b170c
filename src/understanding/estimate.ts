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
const FOLLOWING = 4;
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
  const { labels } = classifier.intent;
  const probabilities = distribution(classifier.intent, vector);
  const guesses: Guess[] = INTENTS.map((intent) => ({ intent, probability: 0 }));
  for (let k = 0; k < labels.length; k++) {
    guesses[PLACES.get(intentOfLabel(labels[k]!))!]!.probability += probabilities[k]!;
  }
  const authority = authorityOf(labels, probabilities, probabilityOf(guesses, 'none'));
  scale(guesses, 'none', FOREIGN_PRIOR);
  if (expecting) scale(guesses, expecting, EXPECTED);
  else for (const intent of following) scale(guesses, intent, FOLLOWING);
  if (known) settle(guesses, known);
  return { guesses: ranked(guesses), authority };
}

const PLACES = new Map<Intent, number>(INTENTS.map((intent, i) => [intent, i]));

function probabilityOf(guesses: readonly Guess[], intent: Intent): number {
  return guesses[PLACES.get(intent)!]!.probability;
}

function authorityOf(
  labels: readonly string[],
  probabilities: Float64Array,
  foreign: number,
): string | null {
  let best: string | null = null;
  let highest = foreign * AUTHORITY_SHARE;
  for (let k = 0; k < labels.length; k++) {
    if (probabilities[k]! > highest && labels[k]!.startsWith(FOREIGN)) {
      best = labels[k]!.slice(FOREIGN.length);
      highest = probabilities[k]!;
    }
  }
  return best;
}

function scale(guesses: readonly Guess[], intent: Intent, factor: number): void {
  const total = 1 + probabilityOf(guesses, intent) * (factor - 1);
  for (const guess of guesses) {
    guess.probability = (guess.probability * (guess.intent === intent ? factor : 1)) / total;
  }
}

function settle(guesses: readonly Guess[], intent: Intent): void {
  const rest = 1 - probabilityOf(guesses, intent);
  for (const guess of guesses) {
    guess.probability =
      guess.intent === intent ? EXACT : (guess.probability * (1 - EXACT)) / (rest || 1);
  }
}
