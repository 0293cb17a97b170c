import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { type Child, startChild } from '../helpers/child.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeTables, edgeBot, effectsDone, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const PROGRAM = `${import.meta.dirname}/../helpers/run-edge-bot.ts`;
const CITIZEN = 1401;

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database<EdgeTables>;
let api: BotApiServer;
let child: Child;

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(database, MIGRATIONS);
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  api = await startBotApi();
});
afterEach(async () => {
  child.kill('SIGKILL');
  await child.ended();
  await api.close();
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

test('a process that stands still for seconds in the middle of a turn loses it to another, and cannot commit it afterwards', async () => {
  api.says(CITIZEN, 'still');
  child = startChild([PROGRAM, api.root, api.token, fresh.url, 'stand-still']);
  expect(await child.line()).toBe('in turn');
  // Stopped by the system, as when the machine is paused or its event loop is blocked.
  child.kill('SIGSTOP');
  const other = edgeBot(api, database.db);
  await other.start();
  await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  await other.stop();
  child.kill('SIGCONT');
  expect(await child.line()).toBe('goes on');
  api.says(CITIZEN, 'after');
  await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
  expect(api.textsTo(CITIZEN).join()).toMatch(/still.*after/s);
  expect(await effectsDone(database.db, 'still')).toBe(1);
}, 60_000);
