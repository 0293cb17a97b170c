import type { Logger } from 'pino';
import type { State } from '../dialogue/state.ts';
import { UpstreamError } from '../errors.ts';
import type { Saved, SessionStore, Version } from './sessions.ts';

/** About 2 MB at the usual size of a conversation. */
const REMEMBERED = 5_000;

interface Remembered {
  state: State;
  isSaved: boolean;
  /** What may lie in the store by our own doing: a write that was not answered may have been done. */
  ours: Version[];
}

/**
 * Lets conversations go on while their store is down: this process remembers the latest ones, and what
 * the store could not take is written with the next message after it is back. Proofs, bookings and
 * claims never depend on it: they are in the database. A restart meanwhile begins such conversations anew.
 *
 * @param versionOf the version the store gives to a state
 */
export function lastingSessions(
  store: SessionStore,
  logger: Logger,
  versionOf: (state: State) => string,
): SessionStore {
  const latest = new Map<string, Remembered>();

  function remember(key: string, entry: Remembered): void {
    // Taken out first, so that the first of the map is the one longest unused.
    latest.delete(key);
    latest.set(key, entry);
    const [oldest] = latest.keys();
    if (latest.size > REMEMBERED && oldest !== undefined) latest.delete(oldest);
  }

  /** What the store has not taken yet, unless somebody else has written to it meanwhile. */
  function unsaved(key: string, found: Version): Remembered | null {
    const known = latest.get(key);
    if (!known || known.isSaved) return null;
    return found === null || known.ours.includes(found) ? known : null;
  }

  async function saveOver(key: string, state: State, version: Version): Promise<Saved> {
    const saved = await store.save(null, key, state, version);
    if (saved.kind === 'saved') return saved;
    const { version: found } = await store.load(key);
    return unsaved(key, found) ? await store.save(null, key, state, found) : saved;
  }

  return {
    ...store,

    async load(key) {
      try {
        const found = await store.load(key);
        return { state: unsaved(key, found.version)?.state ?? found.state, version: found.version };
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        logger.warn({ err: error }, 'a conversation goes on from memory');
        const known = latest.get(key);
        return { state: known?.state ?? null, version: known?.ours[0] ?? null };
      }
    },

    async save(_tx, key, state, version) {
      try {
        const saved = await saveOver(key, state, version);
        if (saved.kind === 'lost') latest.delete(key);
        else remember(key, { state, isSaved: true, ours: [saved.version] });
        return saved;
      } catch (error) {
        if (!(error instanceof UpstreamError)) throw error;
        logger.warn({ err: error }, 'a conversation is kept in memory');
        const mine = versionOf(state);
        const before = latest.get(key)?.ours ?? [version];
        remember(key, { state, isSaved: false, ours: [...before, mine] });
        return { kind: 'saved', version: mine };
      }
    },
  };
}
