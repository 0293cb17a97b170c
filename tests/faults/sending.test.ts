import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import {
  type ApiCall,
  type BotApiServer,
  refusal,
  startBotApi,
} from '../helpers/bot-api-server.ts';
import { type Child, startChild } from '../helpers/child.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeBot, type EdgeTables, edgeBot, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 911;
const PROGRAM = `${import.meta.dirname}/../helpers/run-edge-bot.ts`;
/** Promised are five seconds; the machine may be crowded. */
const ANSWERED_WITHIN_MS = 7_000;

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database<EdgeTables>;
let api: BotApiServer;
let children: Child[];
let bots: EdgeBot[];

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(database, MIGRATIONS);
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  api = await startBotApi();
  children = [];
  bots = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(children.map((child) => child.ended()));
  await Promise.all(bots.map((bot) => bot.stop()));
  await api.close();
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** A worker in a process of its own, to be killed. */
function aProcess(): Child {
  const child = startChild([PROGRAM, api.root, api.token, fresh.url]);
  children.push(child);
  return child;
}

async function worker(): Promise<EdgeBot> {
  const bot = edgeBot(api, database.db);
  bots.push(bot);
  await bot.start();
  return bot;
}

function onMessages(fault: (call: ApiCall) => Promise<object | undefined> | object | undefined) {
  api.fault = (call) => (call.method === 'sendMessage' ? fault(call) : undefined);
}

const isBeingSent = () =>
  eventually(() => expect(api.calls.some(({ method }) => method === 'sendMessage')).toBe(true));

const outboxIsEmpty = () =>
  eventually(async () =>
    expect(await database.db.selectFrom('outbox').select('id').execute()).toEqual([]),
  );

test('killed after the commit and before sending: another worker answers within seconds', async () => {
  onMessages(() => new Promise(() => {}));
  api.says(CITIZEN, 'booked');
  const dying = aProcess();
  await isBeingSent();
  await worker();
  api.fault = null;
  dying.kill('SIGKILL');
  const killed = performance.now();
  await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
  expect(performance.now() - killed).toBeLessThan(ANSWERED_WITHIN_MS);
  await outboxIsEmpty();
  expect(api.textsTo(CITIZEN)).toHaveLength(1);
});

test('killed after Telegram took the message and before that was noted: at most one more, the same', async () => {
  onMessages(({ payload }) => {
    api.sent.push({ chatId: payload.chat_id as number, text: payload.text as string });
    return new Promise(() => {});
  });
  api.says(CITIZEN, 'booked');
  const dying = aProcess();
  await isBeingSent();
  dying.kill('SIGKILL');
  await dying.ended();
  api.fault = null;
  await worker();
  await outboxIsEmpty();
  const texts = api.textsTo(CITIZEN);
  expect(texts.length).toBeLessThanOrEqual(2);
  expect(new Set(texts).size).toBe(1);
});

test.each<[string, () => Promise<object> | object]>([
  ['429', () => refusal(429, 'Too Many Requests: retry after 1', 1)],
  ['500', () => refusal(500, 'Internal Server Error')],
  ['a broken connection', () => Promise.reject(new Error('cut'))],
])('%s loses nothing and doubles nothing', async (_, answer) => {
  let left = 2;
  onMessages(() => (left-- > 0 ? answer() : undefined));
  await worker();
  api.says(CITIZEN, 'once');
  await outboxIsEmptyAfter(1);
  expect(api.textsTo(CITIZEN)).toHaveLength(1);
});

test('taken, but the connection broke before the answer: at most one more, the same', async () => {
  let isFirst = true;
  onMessages(({ payload }) => {
    if (!isFirst) return undefined;
    isFirst = false;
    api.sent.push({ chatId: payload.chat_id as number, text: payload.text as string });
    return Promise.reject(new Error('cut'));
  });
  await worker();
  api.says(CITIZEN, 'taken');
  await outboxIsEmptyAfter(2);
  expect(api.textsTo(CITIZEN)).toHaveLength(2);
  expect(new Set(api.textsTo(CITIZEN)).size).toBe(1);
});

test('after an outage of the Bot API everybody is answered once, each chat in order', async () => {
  const people = Array.from({ length: 60 }, (_, n) => 40_000 + n);
  onMessages(() => Promise.reject(new Error('down')));
  await worker();
  await worker();
  for (const id of people) {
    for (const word of ['first', 'second', 'third']) api.says(id, word);
  }
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  expect(api.sent).toEqual([]);
  api.fault = null;
  await outboxIsEmptyAfter(3 * people.length);
  for (const id of people) {
    const texts = api.textsTo(id);
    expect(texts).toHaveLength(3);
    expect(texts.join()).toMatch(/first.*second.*third/s);
  }
});

async function outboxIsEmptyAfter(messages: number): Promise<void> {
  await eventually(() => expect(api.sent.length).toBeGreaterThanOrEqual(messages), 40_000);
  await outboxIsEmpty();
}
