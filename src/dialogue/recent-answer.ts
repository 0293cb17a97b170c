import type { Intent } from '../language/vocabulary.ts';
import type { Exchange } from './exchange.ts';

/** What was answered last, for a message that goes on from there in few words. */
export interface RecentAnswer {
  intent: Intent;
  at: string;
}

/** After that long a few words go on from nothing. */
const MINUTES = 60;

export function noteAnswer({ state, now }: Exchange, intent: Intent): void {
  state.answered = { intent, at: now.toISOString() };
}

export function answeredShortlyBefore({ state: { answered }, now }: Exchange): Intent | undefined {
  if (!answered || now.getTime() - new Date(answered.at).getTime() > MINUTES * 60_000) return;
  return answered.intent;
}
