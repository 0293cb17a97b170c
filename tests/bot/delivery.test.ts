import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { type BotApiServer, refusal, startBotApi } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  type EdgeBot,
  type EdgeTables,
  edgeBot,
  effectsDone,
  makeEffectsTable,
  markEffect,
  turn,
} from '../helpers/edge-bot.ts';

const CITIZEN = 501;

describe.each(testDatabases())('on $name', ({ open }) => {
  let database: Database<EdgeTables>;
  let api: BotApiServer;
  let running: EdgeBot[];

  beforeAll(async () => {
    database = await open<EdgeTables>();
    await makeEffectsTable(database.db);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    api = await startBotApi();
    running = [];
    await database.db.deleteFrom('sessions').execute();
    await database.db.deleteFrom('effects_done').execute();
  });
  afterEach(async () => {
    await Promise.all(running.map((bot) => bot.stop()));
    await api.close();
  });

  async function started(options?: Parameters<typeof edgeBot>[2]): Promise<EdgeBot> {
    const bot = edgeBot(api, database.db, options);
    running.push(bot);
    await bot.start();
    return bot;
  }

  async function outboxIsEmpty(): Promise<void> {
    await vi.waitFor(async () => {
      const rows = database.db.selectFrom('outbox').select('id').where('bot_id', '=', api.botId);
      expect(await rows.execute()).toEqual([]);
    });
  }

  test('an update delivered twice has one effect and one answer', async () => {
    const id = api.says(CITIZEN, 'first');
    await started();
    await vi.waitFor(() => expect(api.unconfirmed()).toEqual([]));
    api.repeat(id);
    api.says(CITIZEN, 'second');
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
    await outboxIsEmpty();
    expect(api.textsTo(CITIZEN).join()).toMatch(/first.*second/s);
    expect(await effectsDone(database.db, 'first')).toBe(1);
  });

  test('an update that comes again after a restart has no second effect and no second answer', async () => {
    const id = api.says(CITIZEN, 'first');
    const before = await started();
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
    await before.stop();
    api.repeat(id);
    const after = await started();
    api.says(CITIZEN, 'second');
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
    expect(await effectsDone(database.db, 'first')).toBe(1);
    expect(after.log()).toContain('an update came again');
  });

  test('a press that comes again stops spinning again and acts once', async () => {
    const id = api.presses(CITIZEN, 'confirm');
    const before = await started();
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
    await before.stop();
    api.repeat(id);
    await started();
    const answered = () => api.calls.filter(({ method }) => method === 'answerCallbackQuery');
    await vi.waitFor(() => expect(answered()).toHaveLength(2));
    expect(answered()[1]?.payload).toEqual({ callback_query_id: `press-${id}` });
    expect(await effectsDone(database.db, 'confirm')).toBe(1);
    expect(api.textsTo(CITIZEN)).toHaveLength(1);
  });

  test('a turn that was committed and not sent is sent after the next start, before anything else', async () => {
    api.fault = ({ method }) =>
      method === 'sendMessage' ? refusal(502, 'Bad Gateway') : undefined;
    api.says(CITIZEN, 'booked');
    const before = await started();
    await vi.waitFor(() => expect(api.unconfirmed()).toEqual([]));
    await before.stop();
    expect(api.textsTo(CITIZEN)).toEqual([]);

    api.fault = null;
    api.says(CITIZEN, 'later');
    await started();
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
    expect(api.textsTo(CITIZEN)[0]).toContain('booked');
    expect(await effectsDone(database.db, 'booked')).toBe(1);
    await outboxIsEmpty();
  });

  test('an update is confirmed only when its turn is committed', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const slow = api.says(CITIZEN, 'slow');
    await started({
      takeTurn: async (state, incoming) => {
        if (incoming.citizenId === `telegram:${CITIZEN}`) await mayGoOn;
        return turn([{ lines: [{ key: 'help', args: {} }] }], [], state);
      },
    });
    const quick = api.says(CITIZEN + 1, 'quick');
    await vi.waitFor(() => expect(api.textsTo(CITIZEN + 1)).toHaveLength(1));
    expect(api.unconfirmed()).toEqual([slow, quick]);
    goOn();
    await vi.waitFor(() => expect(api.unconfirmed()).toEqual([]));
    expect(api.sent).toHaveLength(2);
  });

  test('a conflict takes the turn again, with nothing of the first try left behind', async () => {
    let tries = 0;
    api.says(CITIZEN, 'confirm');
    await started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        tries++;
        return tries < 3 ? 'conflict' : 'done';
      },
    });
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
    expect(tries).toBe(3);
    expect(await effectsDone(database.db, 'confirm')).toBe(1);
  });

  test('a turn that loses to others three times ends in an apology and no effect', async () => {
    api.says(CITIZEN, 'confirm');
    await started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        return 'conflict';
      },
    });
    await vi.waitFor(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
    expect(await effectsDone(database.db, 'confirm')).toBe(0);
    await vi.waitFor(() => expect(api.unconfirmed()).toEqual([]));
  });
});
