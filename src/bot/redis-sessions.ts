import { createRequire } from 'node:module';
import type { Logger } from 'pino';
import RedisSession from 'telegraf-session-redis';
import type { State } from '../dialogue/state.ts';
import { SetupError, UpstreamError } from '../errors.ts';
import { connectRedis } from './redis-connection.ts';
import { asideOf, BrokenSession, SessionConflict, sessionClient } from './redis-session-client.ts';
import { readState, type SessionStore, type Version } from './sessions.ts';

/** What the package really does, which its types get wrong. */
interface SessionPackage {
  client: unknown;
  getSession(key: string): Promise<object>;
  saveSession(key: string, session: object): Promise<unknown>;
}

/**
 * Conversations in Redis, by telegraf-session-redis over ioredis, on one server or a cluster. Saved after the turn's
 * commit. Throws `SetupError` when Redis cannot be reached at the start, `UpstreamError` later.
 */
export async function redisSessions(url: string, logger: Logger): Promise<SessionStore> {
  const redis = await connectRedis(url, logger);
  const sessions = openPackage();
  /** The package with a client for this one reading or writing. */
  const over = (version: Version) => {
    const client = sessionClient(redis, version);
    const once: SessionPackage = Object.create(sessions, { client: { value: client } });
    return { client, once };
  };

  return {
    saves: 'after-commit',

    async load(key) {
      const { client, once } = over(null);
      try {
        const stored = await once.getSession(keyOf(key));
        if (client.version === null) return { state: null, version: null };
        const state = readState(stored);
        if (!state) logger.error('a stored conversation cannot be read; it begins anew');
        return { state, version: client.version };
      } catch (error) {
        if (!(error instanceof BrokenSession)) throw unreachable(error);
        logger.error({ err: error }, 'a stored conversation cannot be read; it begins anew');
        return { state: null, version: null };
      }
    },

    async save(key, state: State, version) {
      try {
        await over(version).once.saveSession(keyOf(key), state);
        // A version is the very text that was written, and the package writes it like this.
        return { kind: 'saved', version: JSON.stringify(state) };
      } catch (error) {
        if (error instanceof SessionConflict) return { kind: 'lost' };
        throw unreachable(error);
      }
    },

    async check() {
      await redis.ping().catch((error) => {
        throw unreachable(error);
      });
    },

    async forgetSetAside(key) {
      await redis.del(asideOf(keyOf(key))).catch((error) => {
        throw unreachable(error);
      });
    },

    // Redis lets its keys expire by itself.
    async purge() {},

    async close() {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

function keyOf(key: string): string {
  return `pasokh:session:${key}`;
}

/** Over anything but ioredis the package loses writes and would open a connection of its own. */
function openPackage(): SessionPackage {
  // With DEBUG set, the package and its client print whole conversations.
  const ours = createRequire(import.meta.url);
  createRequire(ours.resolve('telegraf-session-redis'))('debug').disable();
  const store = { lazyConnect: true, host: '127.0.0.1', port: 6379 };
  const sessions = new RedisSession({ store }) as unknown as SessionPackage;
  const { client } = sessions;
  if (typeof client !== 'object' || client === null || !('status' in client)) {
    throw new SetupError(
      'telegraf-session-redis runs without ioredis: install with npm from the project root, where package.json overrides its client',
    );
  }
  return sessions;
}

function unreachable(error: unknown): UpstreamError {
  return new UpstreamError('Redis did not answer', { cause: error });
}
