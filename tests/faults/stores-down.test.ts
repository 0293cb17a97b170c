import { Redis } from 'ioredis';
import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { redisSessions } from '../../src/bot/redis-sessions.ts';
import type { SessionStore } from '../../src/bot/sessions.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import {
  type EdgeBot,
  type EdgeTables,
  echo,
  edgeBot,
  effectsDone,
  makeEffectsTable,
  markEffect,
  recordingLogger,
  saying,
  turn,
  wordsOf,
} from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { startTcpProxy, type TcpProxy } from '../helpers/tcp-proxy.ts';
import { startWebhookWorker, type WebhookWorker } from '../helpers/webhook-worker.ts';

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let direct: Database<EdgeTables>;
let api: BotApiServer;
let citizen: number;
let ending: (() => Promise<unknown>)[];

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  direct = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(direct, MIGRATIONS);
  await makeEffectsTable(direct.db);
});
beforeEach(async () => {
  api = await startBotApi();
  citizen = api.botId;
  ending = [];
});
afterEach(async () => {
  for (const end of ending.toReversed()) await end();
  await api.close();
});
afterAll(async () => {
  await direct.close();
  await fresh.drop();
});

async function proxyTo(address: string): Promise<{ proxy: TcpProxy; url: string }> {
  const url = new URL(address);
  const proxy = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
  ending.push(() => proxy.close());
  url.host = `127.0.0.1:${proxy.port}`;
  return { proxy, url: url.href };
}

const told = () => api.textsTo(citizen);

/** Counts the messages of a conversation in its state. */
const counting: TakeTurn = async (state, incoming) => {
  const count = ((state as { count?: number }).count ?? 0) + 1;
  return turn([saying(`${wordsOf(incoming)} ${count}`)], [], { ...state, count } as typeof state);
};

describe('PostgreSQL', () => {
  let proxy: TcpProxy;
  let worker: WebhookWorker;

  /** With the limits of production: a second for every question to the database. */
  async function started(options: Parameters<typeof startWebhookWorker>[2] = {}) {
    const way = await proxyTo(fresh.url);
    proxy = way.proxy;
    const database = await openDatabase<EdgeTables>({ url: way.url });
    ending.push(() => database.close());
    worker = await startWebhookWorker(api, database.db, options);
    ending.push(() => worker.stop());
  }

  const claims = async (id: number) =>
    (
      await sql`select from update_claims where update_id = ${id} and bot_id = ${api.botId}`.execute(
        direct.db,
      )
    ).rows.length;

  test('whose answer to a commit is cut off is asked what became of it, and nothing is done twice', async () => {
    let turns = 0;
    await started({
      takeTurn: async (state, incoming) => {
        turns++;
        proxy.be('mute');
        const { effects: _, ...rest } = await echo(state, incoming);
        return { ...rest, effects: [] };
      },
    });
    const id = api.says(citizen, 'book');
    await eventually(async () => expect(await claims(id)).toBe(1));
    proxy.be('up');
    await eventually(() => expect(told()).toHaveLength(1));
    await eventually(() => expect(api.unconfirmed()).toEqual([]));
    expect(turns).toBe(1);
    expect(told()).toHaveLength(1);
  });

  test.each(['down', 'frozen'] as const)(
    'that is %s lets nobody hear of a booking; within eight seconds the update is refused, and it is answered once the database is back',
    async (fault) => {
      await started();
      api.says(citizen, 'first');
      await eventually(() => expect(told()).toHaveLength(1));
      proxy.be(fault);
      const began = performance.now();
      api.says(citizen, `book-${fault}`);
      await eventually(() => expect(api.tries.at(-1)?.status).toBe(500));
      expect(performance.now() - began).toBeLessThan(8_000);
      expect(told()).toHaveLength(1);
      expect(worker.bot.healthy()).toMatchObject({ ok: false });
      proxy.be('up');
      await eventually(() => expect(told()).toHaveLength(2));
      expect(await effectsDone(direct.db, `book-${fault}`)).toBe(1);
      expect(worker.bot.healthy()).toEqual({ ok: true });
    },
    40_000,
  );

  test.each(['40001', '40P01'])(
    'that breaks a transaction off with %s is asked up to three times more, unheard by the citizen',
    async (code) => {
      let failures = 0;
      await started({
        performEffect: async (tx, effect) => {
          await markEffect(tx, effect);
          if (++failures <= 3) throw Object.assign(new Error('broken off'), { code });
          return 'done';
        },
      });
      api.says(citizen, `book-${code}`);
      await eventually(() => expect(told()).toHaveLength(1));
      expect(told()[0]).toContain(`book-${code}`);
      expect(await effectsDone(direct.db, `book-${code}`)).toBe(1);
      expect(await triesOf()).toBe(0);
    },
  );

  const triesOf = async () =>
    (await sql`select from bot.failed_tries where bot_id = ${api.botId}`.execute(direct.db)).rows
      .length;
});

describe('Redis', () => {
  let raw: Redis;
  beforeAll(() => {
    raw = new Redis(testRedisUrl());
  });
  afterAll(() => raw.quit());

  const stored = async () => JSON.parse((await raw.get(`pasokh:session:telegram:${citizen}`))!);

  async function started(
    url: string,
    more: (store: SessionStore) => Partial<SessionStore> = () => ({}),
  ) {
    const store = await redisSessions(url, recordingLogger().logger);
    ending.push(() => store.close());
    const bot: EdgeBot = edgeBot(api, direct.db as Kysely<EdgeTables>, {
      sessions: { ...store, ...more(store) },
      takeTurn: counting,
      webhook: { url: 'http://127.0.0.1:9/', secret: 'x' },
    });
    ending.push(() => bot.stop());
    await bot.start();
    return { bot, store };
  }
  let updates = 0;
  const says = (bot: EdgeBot, text: string) => {
    const chat = { id: citizen, type: 'private' as const, first_name: 'x' };
    const from = { id: citizen, is_bot: false, first_name: 'x' };
    const message = { message_id: 1, date: 1, chat, from, text };
    return bot.receive({ update_id: ++updates, message });
  };

  test.each(['down', 'frozen'] as const)(
    'that is %s keeps no conversation from going on, on another worker too, and each answer comes within two seconds',
    async (fault) => {
      const { proxy, url } = await proxyTo(testRedisUrl());
      const one = await started(url);
      const two = await started(url);
      await says(one.bot, 'a');
      await eventually(async () => expect(await stored()).toMatchObject({ count: 1 }));
      proxy.be(fault);
      for (const [n, bot] of [two.bot, one.bot, two.bot].entries()) {
        const began = performance.now();
        expect(await says(bot, 'b')).toBe('done');
        await eventually(() => expect(told().at(-1)).toContain(`b ${n + 2}`));
        expect(performance.now() - began).toBeLessThan(2_000);
      }
      proxy.be('up');
      await eventually(() => one.store.check());
      await eventually(() => two.store.check());
      await says(one.bot, 'c');
      expect(await eventually(() => told().at(-1))).toBeDefined();
      await eventually(async () => expect(await stored()).toMatchObject({ count: 5 }));
    },
  );

  test('that was flushed finds the conversation again with its next message', async () => {
    const { bot } = await started(testRedisUrl());
    await says(bot, 'a');
    await eventually(async () => expect(await stored()).toMatchObject({ count: 1 }));
    await raw.del(`pasokh:session:telegram:${citizen}`);
    await says(bot, 'b');
    await eventually(() => expect(told().at(-1)).toContain('b 2'));
    await eventually(async () => expect(await stored()).toMatchObject({ count: 2 }));
  });

  test('loses no step when a worker dies between its commit and its writing', async () => {
    const reached = Promise.withResolvers<void>();
    const dying = await started(testRedisUrl(), () => ({
      save: () => {
        reached.resolve();
        return new Promise(() => {});
      },
    }));
    expect(await says(dying.bot, 'a')).toBe('done');
    await reached.promise;
    expect(await raw.get(`pasokh:session:telegram:${citizen}`)).toBeNull();
    await sql`update bot.workers set alive_until = now() - interval '1 s'`.execute(direct.db);
    const { bot } = await started(testRedisUrl());
    expect(await says(bot, 'b')).toBe('done');
    await eventually(() => expect(told().at(-1)).toContain('b 2'));
    await eventually(async () => expect(await stored()).toMatchObject({ count: 2 }));
  });
});
