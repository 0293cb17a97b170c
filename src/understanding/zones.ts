import type { Intent } from '../language/vocabulary.ts';
import type { Decision } from './understanding.ts';

/**
 * Thresholds of the three zones, chosen by cross-validation that leaves out one kind of person at a time
 * (the table is in docs/decisions): the lowest at which direct answers stay at least 97 % right.
 */
export const ANSWER_FROM = 0.5;
/** Acts that change something: a wrong guess costs more than a question. */
export const ACT_FROM = 0.75;
/** Below this even the three best guesses rarely hold the right one. */
export const ASK_FROM = 0.12;
/** Small talk never beats a service that is this likely. */
export const SERVICE_BEATS_SMALL_TALK = 0.2;

const ACTS: ReadonlySet<Intent> = new Set(['cancel-inspection', 'reschedule-inspection']);
const SMALL_TALK: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'help']);

export interface Guess {
  intent: Intent;
  probability: number;
}

/** @param guesses every intent, the most likely first */
export function decide(guesses: readonly Guess[]): Decision {
  const [best] = guesses;
  if (!best || best.intent === 'none' || best.probability < ASK_FROM) return 'none';
  return best.probability >= (ACTS.has(best.intent) ? ACT_FROM : ANSWER_FROM) ? 'answer' : 'ask';
}

/** Sorted by probability, but with a service before small talk: «سلام، ممنون میشم بدهیم رو بگید» is about a debt. */
export function ranked(probabilities: ReadonlyMap<Intent, number>): Guess[] {
  const guesses = [...probabilities]
    .map(([intent, probability]) => ({ intent, probability }))
    .sort((a, b) => b.probability - a.probability);
  const [best] = guesses;
  if (!best || !SMALL_TALK.has(best.intent)) return guesses;
  const service = guesses.find(
    ({ intent, probability }) =>
      !SMALL_TALK.has(intent) && intent !== 'none' && probability >= SERVICE_BEATS_SMALL_TALK,
  );
  if (!service) return guesses;
  return [service, ...guesses.filter((guess) => guess !== service)];
}
