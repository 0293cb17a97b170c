import type { Exchange } from './exchange.ts';
import { ifRecent } from './recently.ts';

/** The request whose state was told last: what is missing from it, or late about it, needs no number. */
export interface ShownRequest {
  requestNo: string;
  at: string;
}

export function noteRequest({ state, now }: Exchange, requestNo: string): void {
  state.shownRequest = { requestNo, at: now.toISOString() };
}

export function requestTalkedAbout({ state, now }: Exchange): string | null {
  return ifRecent(state.shownRequest, now)?.requestNo ?? null;
}
