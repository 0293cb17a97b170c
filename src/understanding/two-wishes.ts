import type { Intent } from '../language/vocabulary.ts';
import type { Classifier } from './classifier.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Found } from './entities/entity.ts';
import { estimate, vectorOfWords } from './estimate.ts';
import { type Slots, slotsOf } from './slots.ts';
import type { Vector } from './vectors.ts';
import { classifiedWords } from './wording.ts';
import type { Guess } from './zones.ts';

/** A clause must be this clearly a wish of its own to count as a second one. */
const CLEARLY = 0.88;
const NO_WISH: ReadonlySet<Intent> = new Set(['none', 'greeting', 'thanks', 'help', 'language']);

/** A guess with the slots of the clause that said it. */
export interface ClauseWish extends Guess {
  slots: Slots;
}

/**
 * Two wishes in the order they were asked, when one clause of a message says the best guess for the whole
 * and another is clearly something else; null when there is only one.
 */
export function twoWishes(
  classifier: Classifier,
  text: string,
  entities: readonly Found[],
  best: Guess,
): [ClauseWish, ClauseWish] | null {
  if (NO_WISH.has(best.intent)) return null;
  const clauses = clausesOf(text, entities).filter(({ manner }) => manner !== 'told');
  if (clauses.length < 2) return null;
  const readings = clauses.map((clause) => readClause(classifier, clause));
  const main = readings.find(({ guess }) => guess.intent === best.intent);
  const [other] = readings
    .filter(({ guess }) => !NO_WISH.has(guess.intent) && guess.probability >= CLEARLY)
    .filter(({ guess }) => guess.intent !== best.intent)
    .sort((a, b) => b.guess.probability - a.guess.probability);
  if (!main || !other) return null;
  // A short clause before the wish may only tell its cause: «خانه را فروختم. مفاصا می‌خواهم».
  const isAskedFirst =
    readings.indexOf(other) < readings.indexOf(main) && other.clause.manner === 'asked';
  const first = { ...best, slots: slotsOfClause(classifier, main) };
  const second = { ...other.guess, slots: slotsOfClause(classifier, other) };
  return isAskedFirst ? [second, first] : [first, second];
}

interface ClauseReading {
  clause: Clause;
  words: string[];
  vector: Vector;
  guess: Guess;
}

function readClause(classifier: Classifier, clause: Clause): ClauseReading {
  const words = classifiedWords(clause.text, clause.entities);
  const vector = vectorOfWords(classifier, words);
  return { clause, words, vector, guess: estimate(classifier, vector, {}).guesses[0]! };
}

function slotsOfClause(classifier: Classifier, { words, vector, guess }: ClauseReading): Slots {
  return slotsOf(classifier, words, vector, guess.intent);
}
