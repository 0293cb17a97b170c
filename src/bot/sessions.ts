import { NEW_STATE, type State } from '../dialogue/state.ts';

/** What a store gave with a state, to be handed back when the next one is saved. Null: there was none. */
export type Version = string | null;

/** `state` is null when there is none, it has expired, or this version of the program cannot read it. */
export interface Conversation {
  state: State | null;
  version: Version;
}

/** `lost`: somebody else wrote in between, and nothing was changed. */
export type Saved = { kind: 'saved'; version: string } | { kind: 'lost' };

/** Conversations in progress, one per citizen. Every write is refused when another came in between. */
export interface SessionStore {
  /** In the turn's transaction (a database), or once that has been committed (Redis). */
  saves: 'in-transaction' | 'after-commit';
  load(key: string): Promise<Conversation>;
  /** By itself, outside any turn's transaction. */
  save(key: string, state: State, version: Version): Promise<Saved>;
  /** Throws `UpstreamError` when conversations cannot be reached now. */
  check(): Promise<void>;
  /** Removes what could not be read and lies aside, in a store that has such a place. */
  forgetSetAside?(key: string): Promise<void>;
  /** Removes what has expired, where the store does not do so by itself. */
  purge(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** A conversation that rested this long begins anew. */
export const SESSION_DAYS = 30;

/** A stored state that this version of the program can go on from; null for any other. */
export function readState(stored: unknown): State | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { version, locale } = stored as Partial<State>;
  const isKnown = version === NEW_STATE.version && (locale === 'fa' || locale === 'en');
  return isKnown ? (stored as State) : null;
}
