import { Redis } from 'ioredis';
import { pino } from 'pino';
import { redisSessions } from '../src/bot/redis-sessions.ts';
import { NEW_STATE, type State } from '../src/dialogue/state.ts';
import { startRedis } from '../tests/helpers/private-redis.ts';

const SESSIONS = 100_000;
const AT_ONCE = 200;
/** What a citizen's conversation holds after a few questions. */
const STATE: State = {
  ...NEW_STATE,
  met: true,
  last: { intent: 'debt', code: '3-11-245-7-0-0-0' },
  focus: { code: '3-11-245-7-0-0-0', at: '2026-11-21T06:00:00.000Z' },
};

/** Redis memory for 100,000 conversations, beside the same number of bare keys with the same JSON. */
export async function benchRedisMemory(print: (line: string) => void = console.log): Promise<void> {
  const server = await startRedis();
  const redis = new Redis(server.url);
  const sessions = await redisSessions(server.url, pino({ level: 'silent' }));
  try {
    const bare = await grown(redis, (i) => redis.set(`telegram:${1e9 + i}`, JSON.stringify(STATE)));
    await redis.flushall();
    const ours = await grown(redis, (i) => sessions.save(`telegram:${1e9 + i}`, STATE, null));
    print(`redis-memory: ${SESSIONS} bare keys (baseline): ${megabytes(bare)} MB`);
    print(
      `redis-memory: ${SESSIONS} conversations: ${megabytes(ours)} MB, ${(ours / bare).toFixed(2)} of the baseline (goal: at most 60 MB)`,
    );
  } finally {
    await sessions.close();
    redis.disconnect();
    await server.stop();
  }
}

async function grown(redis: Redis, write: (i: number) => Promise<unknown>): Promise<number> {
  const before = await used(redis);
  for (let i = 0; i < SESSIONS; i += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => write(i + k)));
  }
  return (await used(redis)) - before;
}

async function used(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

if (import.meta.main) await benchRedisMemory();
