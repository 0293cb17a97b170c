import type { Account, Intent, Service } from '../language/vocabulary.ts';
import { type Classifier, distribution, type Head, IMPLIED_SERVICE } from './classifier.ts';
import { accountsNamed, namesPropertyCode, servicesNamed } from './slot-words.ts';
import type { Vector } from './vectors.ts';

/** A slot that no word names is taken from the classifier only when it is this sure. */
const UNNAMED_FROM = 0.5;
const WITH_SERVICE: ReadonlySet<Intent> = new Set([
  'request-status',
  'requirements',
  'book-inspection',
]);
const WITH_ACCOUNT: ReadonlySet<Intent> = new Set(['debt', 'payment']);

export interface Slots {
  service?: Service;
  account?: Account;
}

/** The service and the charge account a message is about, named outright or told in other words. */
export function slotsOf(
  classifier: Classifier,
  words: readonly string[],
  vector: Vector,
  intent: Intent,
): Slots {
  const service = serviceOf(classifier, words, vector, intent);
  const account = WITH_ACCOUNT.has(intent) ? accountOf(classifier, words, vector) : undefined;
  return { ...(service && { service }), ...(account && { account }) };
}

function serviceOf(
  classifier: Classifier,
  words: readonly string[],
  vector: Vector,
  intent: Intent,
): Service | undefined {
  const named = servicesNamed(words);
  if (WITH_SERVICE.has(intent)) return slotOf(classifier.service, vector, named);
  // A violation and the certificate that there is none are one intent: only its name tells the certificate.
  if (intent === 'violations') return named.has('no-violation') ? 'no-violation' : undefined;
  return IMPLIED_SERVICE[intent];
}

function accountOf(
  classifier: Classifier,
  words: readonly string[],
  vector: Vector,
): Account | undefined {
  const named = accountsNamed(words);
  // Two accounts named are as good as none: all are meant.
  if (named.size > 1 || (named.size === 0 && namesPropertyCode(words))) return undefined;
  return slotOf(classifier.account, vector, named);
}

function slotOf<T extends string>(
  head: Head,
  vector: Vector,
  named: ReadonlySet<T>,
): T | undefined {
  if (named.size === 1) return [...named][0];
  let best: string = 'none';
  let highest = 0;
  for (const [k, probability] of distribution(head, vector).entries()) {
    const label = head.labels[k]!;
    if (probability > highest && (named.size === 0 || named.has(label as T))) {
      best = label;
      highest = probability;
    }
  }
  const isSure = named.size > 0 || highest >= UNNAMED_FROM;
  return best === 'none' || !isSure ? undefined : (best as T);
}
