import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLines } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { createTurnOrder } from '../../src/bot/turn-order.ts';
import type { Database } from '../../src/database/database.ts';
import { testDatabases } from '../helpers/database.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const LINE = '7:1';
const WHO = { line: LINE, botId: 7, updateId: null, citizenId: null };

describe.each(testDatabases())('the order of turns on $name', ({ open }) => {
  let database: Database<BotTables>;
  let stopping: AbortController;
  beforeEach(async () => {
    database = await open<BotTables>();
    stopping = new AbortController();
  });
  afterEach(async () => {
    stopping.abort();
    await database.close();
  });

  const order = () =>
    createTurnOrder({
      db: database.db,
      quick: database.lanes.quick,
      worker: { id: 'ours' },
      logger: recordingLogger().logger,
      storageIs() {},
      stopping: stopping.signal,
    });
  const queue = async () => {
    const { rows } = await sql<{ queue: string[] }>`
      select queue from bot.lines where line = ${LINE}`.execute(database.db);
    return rows[0]?.queue;
  };

  test('a ticket of its own that reached the database after it was given up keeps nobody waiting', async () => {
    await createLines(database.db).join({ ...WHO, ticket: 'ours/late/' }, true);
    const ticket = order().arrive(WHO, AbortSignal.timeout(20_000));
    expect(await ticket.turn()).not.toBeNull();
    await ticket.leave();
    expect(await queue()).toEqual([]);
  });

  test('one that is held here is waited for', async () => {
    const { arrive } = order();
    const first = arrive(WHO, stopping.signal);
    await first.turn();
    const second = arrive(WHO, stopping.signal);
    let hasCome = false;
    const turn = second.turn().then(() => {
      hasCome = true;
    });
    await eventually(async () => expect(await queue()).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(hasCome).toBe(false);
    await first.leave();
    await turn;
    await second.leave();
  });
});
