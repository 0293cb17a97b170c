import type { Intent } from '../language/vocabulary.ts';
import type { Decision } from './understanding.ts';

/**
 * Chosen by cross-validation that leaves out kinds of people (`npm run bench -- match`; the tables are in
 * docs/decisions/0014-knowing-when-not.md): from here on, nineteen of twenty direct answers are right even
 * for people of a kind never heard.
 */
export const ANSWER_FROM = 0.85;
/** Acts that change something: a wrong guess costs more than a question. */
export const ACT_FROM = 0.9;
/** Below this even the three best guesses rarely hold the right one. */
export const ASK_FROM = 0.15;
/** Less sure than this that a message is none of ours, the likeliest wishes are offered: it may be one in odd words. */
export const DECLINE_FROM = 0.6;
/** Small talk never beats a service that is this likely. */
export const SERVICE_BEATS_SMALL_TALK = 0.2;

const ACTS: ReadonlySet<Intent> = new Set(['cancel-inspection', 'reschedule-inspection']);
const SMALL_TALK: ReadonlySet<Intent> = new Set(['greeting', 'thanks', 'help']);

export interface Guess {
  intent: Intent;
  probability: number;
}

/** @param isAwaited whether the dialogue has just asked something: odd words are then left to what it asked */
export function decide({ intent, probability }: Guess, isAwaited = false): Decision {
  if (intent === 'none') return isAwaited || probability >= DECLINE_FROM ? 'none' : 'ask';
  if (probability < ASK_FROM) return 'none';
  return probability >= (ACTS.has(intent) ? ACT_FROM : ANSWER_FROM) ? 'answer' : 'ask';
}

/** Sorted by probability, but with a service before small talk: «سلام، ممنون میشم بدهیم رو بگید» is about a debt. */
export function ranked(unordered: readonly Guess[]): Guess[] {
  const guesses = unordered.toSorted((a, b) => b.probability - a.probability);
  const [best] = guesses;
  if (!best || !SMALL_TALK.has(best.intent)) return guesses;
  const service = guesses.find(
    ({ intent, probability }) =>
      !SMALL_TALK.has(intent) && intent !== 'none' && probability >= SERVICE_BEATS_SMALL_TALK,
  );
  if (!service) return guesses;
  return [service, ...guesses.filter((guess) => guess !== service)];
}
