import { tidy } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import { ambiguousWord } from './ambiguous-words.ts';
import type { Classifier } from './classifier.ts';
import type { Trained } from './classifier-cache.ts';
import { clausesOf } from './clauses.ts';
import type { Found } from './entities/entity.ts';
import { extractEntities } from './entities/extract.ts';
import { type Estimate, estimate, vectorOfWords } from './estimate.ts';
import { slotsOf } from './slots.ts';
import type { Circumstances, Decision, Understander, Understanding } from './understanding.ts';
import { classifiedWords, PLACEHOLDER } from './wording.ts';
import { decide } from './zones.ts';

/** Telegram's own limit; a longer text can only come from elsewhere. */
const LONGEST_TEXT = 4096;
const MOST_CHOICES = 3;
/** A clause must be this clearly a wish of its own to count as a second one. */
const SECOND_WISH = 0.8;
const NO_SECOND: ReadonlySet<Intent> = new Set(['none', 'greeting', 'thanks', 'help', 'language']);

/** Reads messages with a trained classifier. */
export function reader({ classifier, intents }: Trained): Understander {
  return {
    understand: (text, context) => read(classifier, text, context),
    slotsOf: (intent) => intents.get(intent)?.slots ?? [],
    titleOf: (intent) => intents.get(intent)?.title ?? intent,
  };
}

function read(
  classifier: Classifier,
  typed: string,
  { now, expecting }: Circumstances,
): Understanding {
  const text = tidy(typed.slice(0, LONGEST_TEXT));
  const entities = extractEntities(text, now);
  const words = classifiedWords(text, entities);
  const wording = words.join(' ');
  const vector = vectorOfWords(classifier, words);
  const ambiguous = ambiguousWord(wording);
  const estimated = estimate(classifier, vector, {
    expecting,
    known: ambiguous?.choices[0] ?? classifier.known.get(wording),
  });
  const { intent, probability } = estimated.guesses[0]!;
  const authority = ambiguous ? ambiguous.authority : estimated.authority;
  const second = ambiguous ? null : secondWish(classifier, text, entities, intent);
  return {
    text,
    intent,
    confidence: Math.round(probability * 1000) / 1000,
    ...slotsOf(classifier, words, vector, intent),
    entities: entities.map(({ type, text: written, value }) => ({ type, text: written, value })),
    decision: ambiguous ? 'ask' : decisionFor(words, estimated),
    choices: ambiguous ? [...ambiguous.choices] : choicesOf(estimated),
    ...(authority && { authority }),
    ...(second && { second }),
  };
}

function decisionFor(words: readonly string[], { guesses }: Estimate): Decision {
  if (words.length === 0) return 'none';
  // A code or a date alone names no wish.
  if (words.every((word) => PLACEHOLDER.test(word))) return 'ask';
  return decide(guesses);
}

function choicesOf({ guesses }: Estimate): Intent[] {
  return guesses
    .map(({ intent }) => intent)
    .filter((intent) => intent !== 'none')
    .slice(0, MOST_CHOICES);
}

/** The clearest other wish among the clauses of a message. */
function secondWish(
  classifier: Classifier,
  text: string,
  entities: readonly Found[],
  first: Intent,
): Intent | null {
  if (NO_SECOND.has(first)) return null;
  const clauses = clausesOf(text, entities);
  if (clauses.length < 2) return null;
  let second: Intent | null = null;
  let highest = SECOND_WISH;
  let isFirstThere = false;
  for (const clause of clauses) {
    const words = classifiedWords(clause.text, clause.entities);
    const best = estimate(classifier, vectorOfWords(classifier, words), {}).guesses[0]!;
    if (best.intent === first) isFirstThere = true;
    else if (best.probability >= highest && !NO_SECOND.has(best.intent)) {
      second = best.intent;
      highest = best.probability;
    }
  }
  return isFirstThere ? second : null;
}
