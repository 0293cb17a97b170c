import type { Intent } from '../language/vocabulary.ts';
import type { Classifier } from './classifier.ts';
import { type Clause, clausesOf } from './clauses.ts';
import type { Found } from './entities/entity.ts';
import { estimate, vectorOfWords } from './estimate.ts';
import { type Slots, slotsOf } from './slots.ts';
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
  const wishes = clauses.map((clause) => wishOf(classifier, clause));
  const place = wishes.findIndex(({ intent }) => intent === best.intent);
  const [other] = wishes
    .filter(({ intent, probability }) => !NO_WISH.has(intent) && probability >= CLEARLY)
    .filter(({ intent }) => intent !== best.intent)
    .sort((a, b) => b.probability - a.probability);
  if (place < 0 || !other) return null;
  const otherPlace = wishes.indexOf(other);
  // A short clause before the wish may only tell its cause: «خانه را فروختم. مفاصا می‌خواهم».
  const isAskedFirst = otherPlace < place && clauses[otherPlace]!.manner === 'asked';
  const main = { ...wishes[place]!, probability: best.probability };
  return isAskedFirst ? [other, main] : [main, other];
}

function wishOf(classifier: Classifier, { text, entities }: Clause): ClauseWish {
  const words = classifiedWords(text, entities);
  const vector = vectorOfWords(classifier, words);
  const best = estimate(classifier, vector, {}).guesses[0]!;
  return { ...best, slots: slotsOf(classifier, words, vector, best.intent) };
}
