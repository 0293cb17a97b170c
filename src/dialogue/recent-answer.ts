import type { Intent } from '../language/vocabulary.ts';
import type { Exchange } from './exchange.ts';
import { ifRecent } from './recently.ts';

/** What was answered last, for a message that goes on from there in few words. */
export interface RecentAnswer {
  intent: Intent;
  at: string;
}

export function noteAnswer({ state, now }: Exchange, intent: Intent): void {
  state.answered = { intent, at: now.toISOString() };
}

export function answeredShortlyBefore({ state, now }: Exchange): Intent | undefined {
  return ifRecent(state.answered, now)?.intent;
}
