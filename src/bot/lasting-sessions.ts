import type { Logger } from 'pino';
import type { State } from '../dialogue/state.ts';
import { UpstreamError } from '../errors.ts';
import type { SessionStore, Version } from './sessions.ts';

/** About 2 MB at the usual size of a conversation. */
const REMEMBERED = 5_000;

interface Remembered {
  state: State;
  /** What the store holds, as far as we know. */
  version: Version;
  isSaved: boolean;
}

/**
 * Lets conversations go on while their store is down: this process remembers the latest ones, and what
 * the store could not take is written with the next message after it is back. Proofs, bookings and
 * claims never depend on it: they are in the database. A restart meanwhile begins such conversations anew.
 */
export function lastingSessions(store: SessionStore, logger: Logger): SessionStore {
  const latest = new Map<string, Remembered>();

  function remember(key: string, entry: Remembered): void {
    // Taken out first, so that the first of the map is the one longest unused.
    latest.delete(key);
    latest.set(key, entry);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
  }

  return {
    ...store,

    async load(key) {
      const known = latest.get(key);
      try {
        const found = await store.load(key);
        const isNewer = known && !known.isSaved && [known.version, null].includes(found.version);
        return isNewer ? { state: known.state, version: found.version } : found;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        logger.warn({ err: error }, 'a conversation goes on from memory');
        return { state: known?.state ?? null, version: known?.version ?? null };
      }
    },

    async save(tx, key, state, version) {
      try {
        const saved = await store.save(tx, key, state, version);
        if (saved.kind === 'lost') latest.delete(key);
        else remember(key, { state, version: saved.version, isSaved: true });
        return saved;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        logger.warn({ err: error }, 'a conversation is kept in memory');
        remember(key, { state, version, isSaved: false });
        return { kind: 'saved', version: version ?? '' };
      }
    },
  };
}
