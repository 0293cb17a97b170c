import type { Intent } from '../language/vocabulary.ts';
import { PLACEHOLDER } from './wording.ts';

/** What those want who send nothing but a code, a number or a day: offered as buttons, the likeliest first. */
const WISHES: readonly (readonly [string, readonly Intent[]])[] = [
  ['Xbill', ['payment', 'debt', 'request-status']],
  ['Xrequest', ['request-status', 'requirements', 'operator']],
  ['Xcertificate', ['verify-certificate', 'my-inspections', 'cancel-inspection']],
  ['Xcode', ['debt', 'request-status', 'clearance']],
  ['Xnational', ['debt', 'request-status', 'find-code']],
  ['Xmobile', ['debt', 'request-status', 'operator']],
  ['Xpostal', ['debt', 'find-code', 'book-inspection']],
  ['Xplace', ['debt', 'offices', 'book-inspection']],
  ['Xdate', ['book-inspection', 'reschedule-inspection', 'my-inspections']],
  ['Xtime', ['book-inspection', 'reschedule-inspection', 'my-inspections']],
];

/** The wishes to offer for a message without a word of its own; null when it has one. */
export function bareWishes(words: readonly string[]): readonly Intent[] | null {
  if (words.length === 0 || !words.every((word) => PLACEHOLDER.test(word))) return null;
  return WISHES.find(([placeholder]) => words.includes(placeholder))?.[1] ?? null;
}
