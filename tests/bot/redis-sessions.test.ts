import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redisSessions } from '../../src/bot/redis-sessions.ts';
import { SESSION_DAYS } from '../../src/bot/sessions.ts';
import { NEW_STATE, type State } from '../../src/dialogue/state.ts';
import { SetupError, UpstreamError } from '../../src/errors.ts';
import { sessionStoreContract } from '../contracts/session-store.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { startTcpProxy, type TcpProxy } from '../helpers/tcp-proxy.ts';

const ENGLISH: State = { ...NEW_STATE, locale: 'en' };
let redis: Redis;

beforeAll(() => {
  redis = new Redis(testRedisUrl());
});
afterAll(() => redis.quit());

const rawKey = (key: string) => `pasokh:session:${key}`;

describe('over Redis', () => {
  sessionStoreContract(async () => {
    const { logger, log } = recordingLogger();
    const store = await redisSessions(testRedisUrl(), logger);
    return {
      store,
      log,
      close: () => store.close(),
      async putStrange(key, value) {
        await redis.set(rawKey(key), JSON.stringify(value));
      },
    };
  });
});

describe('in Redis', () => {
  test('every conversation has an end from the moment it is written', async () => {
    const store = await redisSessions(testRedisUrl(), recordingLogger().logger);
    const key = randomUUID();
    await store.save(key, ENGLISH, null);
    const seconds = await redis.ttl(rawKey(key));
    expect(seconds).toBeGreaterThan((SESSION_DAYS - 1) * 86_400);
    await store.close();
  });

  test('broken JSON is set aside for a day and reported, and the conversation begins anew', async () => {
    const { logger, log } = recordingLogger();
    const store = await redisSessions(testRedisUrl(), logger);
    const key = randomUUID();
    await redis.set(rawKey(key), '{"version":1,');
    expect(await store.load(key)).toEqual({ state: null, version: null });
    expect(await redis.get(`${rawKey(key)}:bad`)).toBe('{"version":1,');
    expect(await redis.ttl(`${rawKey(key)}:bad`)).toBeGreaterThan(86_000);
    expect(log()).toContain('BrokenSession');
    expect(await store.save(key, ENGLISH, null)).toMatchObject({ kind: 'saved' });
    await store.close();
  });

  test('all conversations share one connection', async () => {
    const connections = async () =>
      ((await redis.client('LIST')) as string).trim().split('\n').length;
    const before = await connections();
    const store = await redisSessions(testRedisUrl(), recordingLogger().logger);
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => store.save(`${randomUUID()}-${n}`, ENGLISH, null)),
    );
    expect(await connections()).toBe(before + 1);
    await store.close();
  });

  test('an address where no Redis answers stops the start', async () => {
    const opening = redisSessions('redis://127.0.0.1:1', recordingLogger().logger);
    await expect(opening).rejects.toThrow(SetupError);
    await expect(opening).rejects.toThrow(/^REDIS_URL: .*ECONNREFUSED/);
  });
});

describe('without Redis', () => {
  let proxy: TcpProxy;

  async function open() {
    const { hostname, port } = new URL(testRedisUrl());
    proxy = await startTcpProxy({ host: hostname, port: Number(port) });
    const { logger, log } = recordingLogger();
    const store = await redisSessions(`redis://127.0.0.1:${proxy.port}`, logger);
    return { store, log, key: randomUUID() };
  }

  test.each(['down', 'frozen'] as const)(
    'a conversation goes on while Redis is %s, and is written once it is back',
    async (fault) => {
      const { store, log, key } = await open();
      const first = await store.save(key, NEW_STATE, null);
      proxy.be(fault);

      const began = performance.now();
      const { state, version } = await store.load(key);
      expect(state).toEqual(NEW_STATE);
      expect(first).toEqual({ kind: 'saved', version });
      await store.save(key, ENGLISH, version);
      expect(performance.now() - began).toBeLessThan(1_500);
      expect((await store.load(key)).state).toEqual(ENGLISH);
      await expect(store.check()).rejects.toThrow(UpstreamError);
      expect(await redis.get(rawKey(key))).toBe(JSON.stringify(NEW_STATE));
      expect(log()).toContain('a conversation is kept in memory');

      proxy.be('up');
      await eventually(() => store.check());
      const back = await store.load(key);
      expect(back.state).toEqual(ENGLISH);
      expect(await store.save(key, ENGLISH, back.version)).toMatchObject({ kind: 'saved' });
      expect(await redis.get(rawKey(key))).toBe(JSON.stringify(ENGLISH));
      await store.close();
      await proxy.close();
    },
  );

  test('a write that Redis did and could not confirm is no reason to forget what came after', async () => {
    const { store, key } = await open();
    await store.save(key, NEW_STATE, null);
    const { version } = await store.load(key);
    proxy.be('mute');
    await store.save(key, ENGLISH, version);
    await eventually(async () => {
      expect(await redis.get(rawKey(key))).toBe(JSON.stringify(ENGLISH));
    });
    proxy.be('down');
    const unheard = await store.load(key);
    const last = { ...ENGLISH, met: true } as State;
    await store.save(key, last, unheard.version);
    proxy.be('up');
    await eventually(() => store.check());
    expect((await store.load(key)).state).toEqual(last);
    // A save that begins while Redis is away and reaches it after all finds its own older write.
    expect(await store.save(key, last, unheard.version)).toMatchObject({ kind: 'saved' });
    expect(await redis.get(rawKey(key))).toBe(JSON.stringify(last));
    await store.close();
    await proxy.close();
  });

  test('what another worker wrote while we were cut off is not written over', async () => {
    const { store, key } = await open();
    await store.save(key, NEW_STATE, null);
    proxy.be('down');
    const { version } = await store.load(key);
    await store.save(key, ENGLISH, version);
    const theirs = { ...NEW_STATE, theirs: true } as State;
    await redis.set(rawKey(key), JSON.stringify(theirs));
    proxy.be('up');
    await eventually(() => store.check());
    expect((await store.load(key)).state).toEqual(theirs);
    await store.close();
    await proxy.close();
  });
});
