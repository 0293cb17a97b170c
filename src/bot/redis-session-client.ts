import type { RedisConnection } from './redis-connection.ts';
import { SESSION_DAYS, type Version } from './sessions.ts';

const SESSION_SECONDS = SESSION_DAYS * 86_400;
const SET_ASIDE_SECONDS = 86_400;

/** Writes only over the very value that was read, and never a value without an end. */
const COMPARE_AND_SET = `
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1`;

/** Only if it is still that value: another worker may have written a sound one by now. */
const SET_ASIDE = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('RENAME', KEYS[1], KEYS[2])
return redis.call('EXPIRE', KEYS[2], ARGV[2])`;

/** Somebody wrote the conversation between our reading and our writing. */
export class SessionConflict extends Error {
  override readonly name = 'SessionConflict';
}

/** A stored conversation was not JSON; it lies aside under another key for a day. */
export class BrokenSession extends Error {
  override readonly name = 'BrokenSession';
}

type Callback = (error: Error | null, value?: string | null) => void;

/** What telegraf-session-redis uses of a Redis client, for one reading or one writing. */
export interface SessionClient {
  /** The value that was read. */
  version: Version;
  get(key: string, callback: Callback): void;
  set(key: string, json: string, callback: Callback): void;
}

/**
 * The shared connection as telegraf-session-redis sees it. The package writes whatever it has and lets
 * broken JSON pass for an empty session; behind this client a write is refused when the value
 * is no longer `version`, and broken JSON is set aside and reported.
 */
export function sessionClient(redis: RedisConnection, version: Version): SessionClient {
  const client: SessionClient = {
    version,
    get(key, callback) {
      readSound(redis, key).then(
        (json) => {
          client.version = json;
          callback(null, json);
        },
        (error) => callback(error),
      );
    },
    set(key, json, callback) {
      const before = client.version ?? '';
      redis.eval(COMPARE_AND_SET, 1, key, before, json, SESSION_SECONDS).then(
        (written) => callback(written === 1 ? null : new SessionConflict('written by another')),
        (error) => callback(error),
      );
    },
  };
  return client;
}

/** Where a conversation lies that could not be read. The braces keep it on the node of a cluster where the key is. */
export function asideOf(key: string): string {
  return `{${key}}:bad`;
}

async function readSound(redis: RedisConnection, key: string): Promise<string | null> {
  const json = await redis.get(key);
  if (json === null) return null;
  try {
    JSON.parse(json);
    return json;
  } catch {
    await redis.eval(SET_ASIDE, 2, key, asideOf(key), json, SET_ASIDE_SECONDS);
    throw new BrokenSession('a stored conversation was not JSON; it is set aside for a day');
  }
}
