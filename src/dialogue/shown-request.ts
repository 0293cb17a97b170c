import type { Exchange } from './exchange.ts';

/** The request whose state was told last: what is missing from it, or late about it, needs no number. */
export interface ShownRequest {
  requestNo: string;
  at: string;
}

/** After that long another one may be meant. */
const MINUTES = 60;

export function noteRequest({ state, now }: Exchange, requestNo: string): void {
  state.shownRequest = { requestNo, at: now.toISOString() };
}

export function requestTalkedAbout({ state, now }: Exchange): string | null {
  const { shownRequest } = state;
  if (!shownRequest) return null;
  const age = now.getTime() - new Date(shownRequest.at).getTime();
  return age > MINUTES * 60_000 ? null : shownRequest.requestNo;
}
