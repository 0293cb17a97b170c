import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createForsakenTickets } from '../../src/bot/forsaken-tickets.ts';
import { createLines } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { createTurnOrder } from '../../src/bot/turn-order.ts';
import { openDatabase } from '../../src/database/database.ts';
import { openPostgres, type PostgresCopy, testDatabases } from '../helpers/database.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { startTcpProxy, type TcpProxy } from '../helpers/tcp-proxy.ts';

const LINE = '7:1';
const WHO = { line: LINE, botId: 7, updateId: null, citizenId: null };
const { logger } = recordingLogger();

let stopping: AbortController;
beforeEach(() => {
  stopping = new AbortController();
});
afterEach(() => stopping.abort());

describe('a place that its worker has given up without an answer from the database', () => {
  let database: PostgresCopy<BotTables>;
  let overLine: Awaited<ReturnType<typeof openDatabase<BotTables>>>;
  let line: TcpProxy;
  beforeEach(async () => {
    database = await openPostgres<BotTables>();
    const url = new URL(database.url);
    line = await startTcpProxy({ host: url.hostname, port: Number(url.port) });
    url.host = `127.0.0.1:${line.port}`;
    overLine = await openDatabase<BotTables>({ url: url.href }, { queryMs: 500 });
    await sql`insert into bot.workers (id, alive_until)
      select id, now() + interval '1 hour' from unnest(array['ours', 'other']) as id`.execute(
      database.db,
    );
  });
  afterEach(async () => {
    stopping.abort();
    await overLine.close();
    await line.close();
    await database.close();
  });

  const orderOf = (id: string, quick = database.lanes.quick) =>
    createTurnOrder({
      ...{ db: database.db, quick, worker: { id }, logger },
      ...{ storageIs() {}, stopping: stopping.signal },
    });

  async function queue(): Promise<string[] | undefined> {
    const { rows } = await sql<{ queue: string[] }>`
      select queue from bot.lines where line = ${LINE}`.execute(database.db);
    return rows[0]?.queue;
  }

  /** No attempt to come into the line is answered. */
  async function givesUp(state: 'mute' | 'frozen'): Promise<void> {
    const { arrive } = orderOf('ours', overLine.lanes.quick);
    const before = arrive({ ...WHO, line: '7:2' }, stopping.signal);
    await before.turn();
    await before.leave();
    line.be(state);
    const patience = new AbortController();
    const ticket = arrive(WHO, patience.signal);
    await setImmediate();
    if (state === 'mute') await eventually(async () => expect(await queue()).toEqual(['ours/2/']));
    patience.abort();
    expect(await ticket.turn()).toBeNull();
    await ticket.leave();
  }

  async function othersHaveTheTurn(): Promise<void> {
    const ticket = orderOf('other').arrive(WHO, AbortSignal.timeout(20_000));
    expect(await ticket.turn()).not.toBeNull();
    await ticket.leave();
  }

  test('is taken out by that worker, so that the others go on with the chat', async () => {
    await givesUp('mute');
    await othersHaveTheTurn();
  });

  test('is taken out as well when it reaches the database later', async () => {
    await givesUp('frozen');
    await othersHaveTheTurn();
    await createLines(database.db).join({ ...WHO, ticket: 'ours/2/' }, true);
    await othersHaveTheTurn();
  });
});

describe.each(testDatabases())('tickets that nobody goes by any more, on $name,', ({ open }) => {
  const tickets = ['ours/1/', 'ours/2/', 'ours/3/'].map((ticket) => ({ line: LINE, ticket }));

  test('are watched up to a number, the latest, and leave their line as it is otherwise', async () => {
    const database = await open<BotTables>();
    const { db } = database;
    const { join } = createLines(db);
    for (const ticket of ['other/1/', ...tickets.map((each) => each.ticket), 'other/2/']) {
      await join({ ...WHO, ticket }, true);
    }
    const forsaken = createForsakenTickets({ db, logger, stopping: stopping.signal, most: 2 });
    for (const ticket of tickets) forsaken.watch(ticket);
    await eventually(async () => {
      const { rows } = await sql`select queue from bot.lines where line = ${LINE}`.execute(db);
      expect(rows).toEqual([{ queue: ['other/1/', 'ours/1/', 'other/2/'] }]);
    });
    stopping.abort();
    await database.close();
  });
});
