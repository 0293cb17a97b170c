import { tidy } from '../language/text.ts';
import type { Intent, Service } from '../language/vocabulary.ts';
import { extractEntities } from './entities/extract.ts';
import { featuresOf } from './features.ts';
import type { Example } from './intents.ts';
import { probabilities, type Regression, type Sample, train } from './regression.ts';
import { buildVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts';
import { classifiedWords, PLACEHOLDER } from './wording.ts';

/** One question put to the same features: which intent, which service, which account. */
export interface Head {
  labels: readonly string[];
  regression: Regression;
}

export interface Classifier {
  /** The intents of the examples, by their words. */
  known: ReadonlyMap<string, Intent>;
  vocabulary: Vocabulary;
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

const EPOCHS = 6;
const RATE = 0.3;
const DECAY = 1e-4;
/** Any fixed day: only that a word is a date matters here, not which. */
const SOME_DAY = new Date('2026-01-01T00:00:00Z');

/** Fits all heads to the examples of the intents; the same examples give the same classifier. */
export function trainClassifier(examples: readonly Example[]): Classifier {
  const wordings = examples.map(({ text }) => {
    const tidied = tidy(text);
    return classifiedWords(tidied, extractEntities(tidied, SOME_DAY));
  });
  const documents = wordings.map(featuresOf);
  const vocabulary = buildVocabulary(documents);
  const vectors = documents.map((families) => vectorOf(families, vocabulary));
  const headOf = (labelOf: (example: Example) => string | null) =>
    fitHead(examples, vectors, vocabulary.index.size, labelOf);
  return {
    known: knownWordings(wordings, examples),
    vocabulary,
    intent: headOf(intentLabel),
    service: headOf(serviceLabel),
    account: headOf(accountLabel),
  };
}

/** Probability of every label of a head. */
export function distribution(head: Head, vector: Vector): Map<string, number> {
  const list = probabilities(head.regression, vector);
  return new Map(head.labels.map((label, k) => [label, list[k]!]));
}

/** What stands under two intents once it is normalised settles nothing; nor does a code alone. */
function knownWordings(
  wordings: readonly string[][],
  examples: readonly Example[],
): ReadonlyMap<string, Intent> {
  const intents = new Map<string, Intent | null>();
  for (const [i, words] of wordings.entries()) {
    if (words.every((word) => PLACEHOLDER.test(word))) continue;
    const wording = words.join(' ');
    const { intent } = examples[i]!;
    const other = intents.get(wording);
    intents.set(wording, other === undefined || other === intent ? intent : null);
  }
  return new Map([...intents].filter((entry): entry is [string, Intent] => entry[1] !== null));
}

function fitHead(
  examples: readonly Example[],
  vectors: readonly Vector[],
  features: number,
  labelOf: (example: Example) => string | null,
): Head {
  const labelled = examples.map(labelOf);
  const labels = [...new Set(labelled.filter((label) => label !== null))].sort();
  const samples: Sample[] = [];
  for (const [i, label] of labelled.entries()) {
    if (label === null) continue;
    samples.push({ vector: vectors[i]!, label: labels.indexOf(label), weight: 1 });
  }
  const options = { epochs: EPOCHS, rate: RATE, decay: DECAY };
  return { labels, regression: train(samples, features, labels.length, options) };
}

/** `none` is split by whose business it is, or else by group, and put together again when asked. */
function intentLabel({ intent, authority, group }: Example): string {
  if (intent !== 'none') return intent;
  return authority ? FOREIGN + authority : OTHER + group;
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
