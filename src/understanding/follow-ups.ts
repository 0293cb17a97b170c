import type { Intent } from '../language/vocabulary.ts';

/** What people go on to once they have been answered, in words that would say little by themselves. */
const LIKELY_NEXT: Readonly<Partial<Record<Intent, readonly Intent[]>>> = {
  debt: ['debt', 'payment', 'clearance'],
  payment: ['payment', 'debt', 'clearance'],
  'book-inspection': [
    'reschedule-inspection',
    'cancel-inspection',
    'my-inspections',
    'requirements',
  ],
  'reschedule-inspection': ['reschedule-inspection', 'cancel-inspection', 'my-inspections'],
  'my-inspections': ['my-inspections', 'reschedule-inspection', 'cancel-inspection'],
  'request-status': ['request-status', 'notify', 'requirements', 'complaint'],
  completion: ['completion', 'requirements', 'book-inspection'],
  permit: ['permit', 'requirements', 'book-inspection'],
  violations: ['violations', 'payment'],
  clearance: ['clearance', 'debt', 'payment'],
  transfer: ['transfer', 'clearance', 'debt', 'requirements', 'violations'],
  inquiry: ['inquiry', 'request-status'],
  requirements: ['requirements', 'book-inspection', 'offices'],
  offices: ['offices'],
  'find-code': ['find-code', 'debt'],
};

/** Longer messages say by themselves what they want. */
const MOST_WORDS = 5;

/** What a message of so many words may go on with, after an answer. */
export function likelyNext(answered: Intent | undefined, words: number): readonly Intent[] {
  return (answered && words <= MOST_WORDS && LIKELY_NEXT[answered]) || [];
}
