import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeTables, effectsDone, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 901;
const PROGRAM = join(import.meta.dirname, '../helpers/run-edge-bot.ts');

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database<EdgeTables>;
let api: BotApiServer;
let children: ChildProcess[];

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(database, MIGRATIONS);
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  api = await startBotApi();
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  await api.close();
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** A bot in a process of its own. */
function run(...more: string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, api.root, api.token, fresh.url, ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a process killed between commit and sending answers once after its restart', async () => {
  api.fault = ({ method }) => (method === 'sendMessage' ? new Promise(() => {}) : undefined);
  api.says(CITIZEN, 'booked');
  const first = run();
  await eventually(() => expect(api.calls.some((c) => c.method === 'sendMessage')).toBe(true));
  await kill(first);
  expect(await effectsDone(database.db, 'booked')).toBe(1);

  api.fault = null;
  run();
  await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  expect(api.textsTo(CITIZEN)[0]).toContain('booked');
  expect(await effectsDone(database.db, 'booked')).toBe(1);
});

test('a process killed inside its transaction leaves nothing behind, and the update comes again', async () => {
  api.says(CITIZEN, 'unfinished');
  const first = run('in-transaction');
  await once(first.stdout!, 'data');
  await kill(first);
  expect(await effectsDone(database.db, 'unfinished')).toBe(0);

  run();
  await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
  expect(await effectsDone(database.db, 'unfinished')).toBe(1);
});

test('after many kills everybody has one effect and an answer; only what was being sent comes twice', async () => {
  const kills = 4;
  const people = Array.from({ length: 200 }, (_, n) => 10_000 + n);
  // Slow enough that a kill meets turns and messages in every stage.
  api.fault = async ({ method }) => {
    if (method === 'sendMessage') await new Promise((resolve) => setTimeout(resolve, 20));
    return undefined;
  };
  for (const id of people) api.says(id, `word-${id}`);
  for (let n = 1; n <= kills; n++) {
    const child = run();
    const already = api.sent.length;
    await eventually(() => expect(api.sent.length).toBeGreaterThan(already + 15));
    await kill(child);
  }
  run();
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  const unanswered = () => people.filter((id) => api.textsTo(id).length === 0);
  await eventually(() => expect(unanswered()).toEqual([]));
  for (const id of people) expect(await effectsDone(database.db, `word-${id}`)).toBe(1);
  // At most thirty at once are being sent or taken out of the outbox.
  expect(api.sent.length - people.length).toBeLessThanOrEqual(kills * 30);
  for (const id of people) expect(new Set(api.textsTo(id)).size).toBe(1);
}, 90_000);
