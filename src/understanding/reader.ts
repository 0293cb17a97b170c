import { tidy } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import { ambiguousWord } from './ambiguous-words.ts';
import { bareWishes } from './bare-identifiers.ts';
import type { Classifier } from './classifier.ts';
import type { Trained } from './classifier-cache.ts';
import { extractEntities } from './entities/extract.ts';
import { estimate, vectorOfWords } from './estimate.ts';
import { likelyNext } from './follow-ups.ts';
import { slotsOf } from './slots.ts';
import { countWords, type Speller, spellerOf } from './spelling.ts';
import { type ClauseWish, twoWishes } from './two-wishes.ts';
import type { Circumstances, Understander, Understanding } from './understanding.ts';
import { classifiedWords, wordingOf } from './wording.ts';
import { meantInPersian } from './wrong-keyboard.ts';
import { decide, type Guess } from './zones.ts';

/** Telegram's own limit; a longer text can only come from elsewhere. */
const LONGEST_TEXT = 4096;
const MOST_CHOICES = 3;
/** Reads messages with a trained classifier. */
export function reader({ classifier, intents }: Trained): Understander {
  const words = countWords(classifier.known.keys());
  const tools = {
    classifier,
    speller: spellerOf(words),
    isKnown: (word: string) => words.has(word),
  };
  return {
    understand: (text, context) => read(tools, text, context),
    slotsOf: (intent) => intents.get(intent)?.slots ?? [],
    titleOf: (intent) => intents.get(intent)?.title ?? intent,
  };
}

interface Tools {
  classifier: Classifier;
  speller: Speller;
  /** Whether people have been seen to write the word. */
  isKnown: (word: string) => boolean;
}

function read(
  { classifier, speller, isKnown }: Tools,
  typed: string,
  { now, expecting, answered }: Circumstances,
): Understanding {
  const asTyped = tidy(typed.slice(0, LONGEST_TEXT));
  const text = meant(asTyped, isKnown, now);
  const entities = extractEntities(text, now);
  const words = classifiedWords(text, entities).map(speller);
  const vector = vectorOfWords(classifier, words);
  const wording = wordingOf(words);
  const ambiguous = ambiguousWord(wording);
  const open = ambiguous?.choices ?? bareWishes(words);
  const known = open ? undefined : classifier.known.get(wording);
  const following = likelyNext(answered, words.length);
  const { guesses, authority } = estimate(classifier, vector, { expecting, following, known });
  const foreign = ambiguous ? ambiguous.authority : authority;
  const wishes = open ? null : twoWishes(classifier, text, entities, guesses[0]!);
  const best = open ? openGuess(open, guesses) : (wishes?.[0] ?? guesses[0]!);
  const { intent, probability } = best;
  return {
    text,
    intent,
    confidence: Math.round(probability * 1000) / 1000,
    ...(wishes ? wishes[0].slots : slotsOf(classifier, words, vector, intent)),
    entities: entities.map(({ type, text: written, value }) => ({ type, text: written, value })),
    decision: open ? 'ask' : words.length === 0 ? 'none' : decide(best, expecting !== undefined),
    choices: open ? [...open] : choicesOf(best, guesses),
    ...(foreign && { authority: foreign }),
    ...(wishes && asSecond(wishes[1])),
  };
}

function meant(text: string, isKnown: Tools['isKnown'], now: Date): string {
  const inPersian = meantInPersian(text, isKnown);
  return inPersian === null || saysSomething(text, now) ? text : inPersian;
}

/** What is said in words makes sense as it was typed: «farda sobh». Figures are the same on both keyboards. */
function saysSomething(text: string, now: Date): boolean {
  return extractEntities(text, now).some((entity) => /[a-z]{3}/i.test(entity.text));
}

function asSecond({ intent, slots }: ClauseWish) {
  return {
    second: intent,
    ...(slots.service && { secondService: slots.service }),
    ...(slots.account && { secondAccount: slots.account }),
  };
}

/** An open question has no best answer; the first of its choices stands for it. */
function openGuess([first]: readonly Intent[], guesses: readonly Guess[]): Guess {
  return guesses.find(({ intent }) => intent === first) ?? guesses[0]!;
}

function choicesOf(best: Guess, guesses: readonly Guess[]): Intent[] {
  const intents = new Set([best, ...guesses].map(({ intent }) => intent));
  intents.delete('none');
  return [...intents].slice(0, MOST_CHOICES);
}
