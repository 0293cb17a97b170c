import { randomUUID } from 'node:crypto';
import { Cluster, Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redisSessions } from '../../src/bot/redis-sessions.ts';
import { SESSION_DAYS } from '../../src/bot/sessions.ts';
import { NEW_STATE, type State } from '../../src/dialogue/state.ts';
import { SetupError, UpstreamError } from '../../src/errors.ts';
import { sessionStoreContract } from '../contracts/session-store.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { type RedisCluster, startRedisCluster } from '../helpers/private-redis-cluster.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { startTcpProxy } from '../helpers/tcp-proxy.ts';

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

  test('broken JSON is set aside for a day, or until its citizen is erased, and reported; the conversation begins anew', async () => {
    const { logger, log } = recordingLogger();
    const store = await redisSessions(testRedisUrl(), logger);
    const key = randomUUID();
    await redis.set(rawKey(key), '{"version":1,');
    expect(await store.load(key)).toEqual({ state: null, version: null });
    expect(await redis.get(`{${rawKey(key)}}:bad`)).toBe('{"version":1,');
    expect(await redis.ttl(`{${rawKey(key)}}:bad`)).toBeGreaterThan(86_000);
    expect(log()).toContain('BrokenSession');
    expect(await store.save(key, ENGLISH, null)).toMatchObject({ kind: 'saved' });
    await store.forgetSetAside?.(key);
    expect(await redis.get(`{${rawKey(key)}}:bad`)).toBeNull();
    expect((await store.load(key)).state).toMatchObject(ENGLISH);
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

describe('in a cluster, of which the address names one node', () => {
  let cluster: RedisCluster;
  let client: Cluster;
  beforeAll(async () => {
    cluster = await startRedisCluster();
    client = new Cluster([cluster.url]);
  });
  afterAll(async () => {
    client.disconnect();
    await cluster.stop();
  });

  test('conversations are kept and broken ones set aside, whichever node each is on', async () => {
    const { logger, log } = recordingLogger();
    const store = await redisSessions(cluster.url, logger);
    const keys = Array.from({ length: 30 }, () => randomUUID());
    for (const key of keys) {
      const saved = await store.save(key, ENGLISH, null);
      expect(await store.save(key, ENGLISH, null)).toEqual({ kind: 'lost' });
      expect(saved).toMatchObject({ kind: 'saved', version: (await store.load(key)).version });
      await client.set(rawKey(key), '{"version":1,');
      expect(await store.load(key)).toEqual({ state: null, version: null });
      await store.forgetSetAside?.(key);
    }
    expect(log().match(/BrokenSession/g)).toHaveLength(keys.length);
    const sizes = await Promise.all(client.nodes('master').map((node) => node.dbsize()));
    expect(sizes).toEqual([0, 0, 0]);
    await store.close();
  });

  test('a node that is gone is said so within a moment, and the others go on', async () => {
    const store = await redisSessions(cluster.url, recordingLogger().logger);
    await cluster.nodes[2]!.stop();
    const began = performance.now();
    const keys = Array.from({ length: 12 }, () => randomUUID());
    const outcomes = await Promise.allSettled(keys.map((key) => store.save(key, ENGLISH, null)));
    expect(performance.now() - began).toBeLessThan(1_500);
    const kinds = new Set(outcomes.map(({ status }) => status));
    expect(kinds).toEqual(new Set(['fulfilled', 'rejected']));
    await store.close();
  });
});

describe('without Redis', () => {
  test.each(['down', 'frozen'] as const)(
    'a store that is %s says so within a moment, and is there again when Redis is',
    async (fault) => {
      const { hostname, port } = new URL(testRedisUrl());
      const proxy = await startTcpProxy({ host: hostname, port: Number(port) });
      const { logger } = recordingLogger();
      const store = await redisSessions(`redis://127.0.0.1:${proxy.port}`, logger);
      const key = randomUUID();
      await store.save(key, ENGLISH, null);
      proxy.be(fault);
      const began = performance.now();
      await expect(store.load(key)).rejects.toThrow(UpstreamError);
      await expect(store.save(key, ENGLISH, null)).rejects.toThrow(UpstreamError);
      await expect(store.check()).rejects.toThrow(UpstreamError);
      expect(performance.now() - began).toBeLessThan(1_500);
      proxy.be('up');
      await eventually(() => store.check());
      expect((await store.load(key)).state).toEqual(ENGLISH);
      await store.close();
      await proxy.close();
    },
  );
});
