import type { Intent } from '../language/vocabulary.ts';
import type { Outcome } from './exchange.ts';

/**
 * What became of a request about a property: answered from the records at once, sent to an inspection, not to be
 * shown to this citizen, or stopped by a source that is down. The share of `instant` is the instant-answer rate.
 */
export type RequestResult = 'instant' | 'visit' | 'not-shown' | 'failed';

export interface AnsweredRequest {
  intent: Intent;
  result: RequestResult;
}

const RESULTS: Partial<Record<Outcome, RequestResult>> = {
  answered: 'instant',
  'needs-visit': 'visit',
  booking: 'visit',
  'not-shown': 'not-shown',
  'upstream-down': 'failed',
};

/** Null while the citizen is still asked for something (a number, which property): the request goes on. */
export function resultOf(outcome: Outcome): RequestResult | null {
  return RESULTS[outcome] ?? null;
}
