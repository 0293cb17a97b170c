import { tidy } from '../language/text.ts';
import type { Intent, Service } from '../language/vocabulary.ts';
import { extractEntities } from './entities/extract.ts';
import { type Family, featuresOf, hash } from './features.ts';
import type { Example } from './intents.ts';
import { PATTERN_GROUP } from './patterns.ts';
import { probabilities, type Regression, type Sample, train } from './regression.ts';
import {
  buildVocabulary,
  type Vector,
  type Vectoriser,
  type Vocabulary,
  vectoriser,
} from './vectors.ts';
import { classifiedWords, PLACEHOLDER, wordingOf } from './wording.ts';

/** One question put to the same features: which intent, which service, which account. */
export interface Head {
  labels: readonly string[];
  regression: Regression;
}

export interface Classifier {
  /** The intents of the examples, by their words. */
  known: ReadonlyMap<string, Intent>;
  vocabulary: Vocabulary;
  vectoriser: Vectoriser;
  /** Labels: see `intentOfLabel`. */
  intent: Head;
  /** Labels are services and `none`; asked only of messages that may carry the slot. */
  service: Head;
  account: Head;
}

/** Begins the label of another authority's business, like `authority:police`. */
export const FOREIGN = 'authority:';
const OTHER = 'other:';
/** What an intent says about the service without naming it. */
export const IMPLIED_SERVICE: Readonly<Partial<Record<Intent, Service>>> = {
  permit: 'building-permit',
  completion: 'completion',
  clearance: 'clearance',
  transfer: 'transfer',
  inquiry: 'inquiry',
  excavation: 'excavation',
  subdivision: 'subdivision',
  'change-use': 'change-use',
};
const ASKED_FOR_SERVICE: ReadonlySet<Intent> = new Set([
  'request-status',
  'requirements',
  'book-inspection',
]);
const ASKED_FOR_ACCOUNT: ReadonlySet<Intent> = new Set(['debt', 'payment']);

/** A third pass gains nothing in cross-validation and costs half a second at the start. */
const TRAINING = { epochs: 2, rate: 0.3, decay: 2e-3 };
/** Two passes leave the scores timid: so much bolder, they say what is so (docs/decisions/0014-knowing-when-not.md). */
const SHARPNESS = 1.25;
/** A sentence made from a pattern teaches less than one that somebody wrote. */
const PATTERN_WEIGHT = 0.5;
/** Any fixed day: only that a word is a date matters here, not which. */
const SOME_DAY = new Date('2026-01-01T00:00:00Z');

/** An example with what the classifier sees of it. */
export interface Prepared {
  example: Example;
  words: string[];
  features: Family[];
}

export function prepare(examples: readonly Example[]): Prepared[] {
  return examples.map((example) => {
    const text = tidy(example.text);
    const words = classifiedWords(text, extractEntities(text, SOME_DAY));
    return { example, words, features: featuresOf(words) };
  });
}

/** Fits all heads to the examples of the intents; the same examples give the same classifier. */
export function trainClassifier(prepared: readonly Prepared[]): Classifier {
  const documents = prepared.map(({ features }) => features);
  const vocabulary = buildVocabulary(documents);
  const vectors = vectoriser(vocabulary);
  const samples = documents.map(vectors.vectorOf);
  const headOf = (labelOf: (example: Example) => string | null) =>
    fitHead(samplesOf(prepared, samples, labelOf), vocabulary.features.length);
  return {
    known: knownWordings(prepared),
    vocabulary,
    vectoriser: vectors,
    intent: headOf(intentLabel),
    service: headOf(serviceLabel),
    account: headOf(accountLabel),
  };
}

/** Probability of every label of a head, in their order. */
export function distribution({ regression }: Head, vector: Vector): Float64Array {
  return probabilities(regression, vector, SHARPNESS);
}

/** What stands under two intents once it is normalised settles nothing; nor does a code alone. */
function knownWordings(prepared: readonly Prepared[]): ReadonlyMap<string, Intent> {
  const intents = new Map<string, Intent | null>();
  for (const { example, words } of prepared) {
    if (words.every((word) => PLACEHOLDER.test(word))) continue;
    const wording = wordingOf(words);
    const other = intents.get(wording);
    const isSame = other === undefined || other === example.intent;
    intents.set(wording, isSame ? example.intent : null);
  }
  return new Map([...intents].filter((entry): entry is [string, Intent] => entry[1] !== null));
}

interface Labelled {
  label: string;
  vector: Vector;
  weight: number;
  key: number;
}

function samplesOf(
  prepared: readonly Prepared[],
  vectors: readonly Vector[],
  labelOf: (example: Example) => string | null,
): Labelled[] {
  return prepared.flatMap(({ example }, i) => {
    const label = labelOf(example);
    const weight = example.group === PATTERN_GROUP ? PATTERN_WEIGHT : 1;
    return label === null
      ? []
      : [{ label, vector: vectors[i]!, weight, key: hash(0, example.text) }];
  });
}

function fitHead(labelled: readonly Labelled[], features: number): Head {
  const labels = [...new Set(labelled.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, k) => [label, k]));
  const samples: Sample[] = labelled.map(({ label, ...sample }) => ({
    ...sample,
    label: numbers.get(label)!,
  }));
  return { labels, regression: train(samples, features, labels.length, TRAINING) };
}

/** Groups of foreign lines that have a subject of their own; all others hold what people write beside their wishes. */
const SUBJECTS: ReadonlySet<string> = new Set([
  'near-misses',
  'chatter',
  'small-matters',
  'other-authorities',
]);

/** `none` is split by whose business it is, or else by subject, and put together again when asked. */
function intentLabel({ intent, authority, group }: Example): string {
  if (intent !== 'none') return intent;
  return authority ? FOREIGN + authority : OTHER + (SUBJECTS.has(group) ? group : 'people');
}

export function intentOfLabel(label: string): Intent {
  return label.startsWith(FOREIGN) || label.startsWith(OTHER) ? 'none' : (label as Intent);
}

function serviceLabel({ intent, service }: Example): string | null {
  return ASKED_FOR_SERVICE.has(intent) ? (service ?? 'none') : (IMPLIED_SERVICE[intent] ?? null);
}

function accountLabel({ intent, account }: Example): string | null {
  return ASKED_FOR_ACCOUNT.has(intent) ? (account ?? 'none') : null;
}
