import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeTables, effectsDone, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { startWebhookWorker, type WebhookWorker } from '../helpers/webhook-worker.ts';

/** What every turn reads and writes. */
const TABLES = ['bot.lines', 'sessions', 'update_claims', 'outbox'];
const PEOPLE = Array.from({ length: 40 }, (_, n) => 70_000 + n);

let folder: string;
let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database<EdgeTables>;
let api: BotApiServer;
let workers: WebhookWorker[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pasokh-upgrade-'));
  fresh = await createPostgresDatabase();
  database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 5_000 });
  await migrate(database, MIGRATIONS);
  await makeEffectsTable(database.db);
  api = await startBotApi();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await api.close();
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

async function started(): Promise<WebhookWorker> {
  const worker = await startWebhookWorker(api, database.db);
  workers.push(worker);
  return worker;
}

/** Everybody writes, and hears an answer at the first try. */
async function everybodyIsAnswered(word: string, times: number): Promise<void> {
  for (const id of PEOPLE) api.says(id, `${word}-${id}`);
  for (const id of PEOPLE) await eventually(() => expect(api.textsTo(id)).toHaveLength(times));
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  expect(api.tries.map(({ status }) => status)).toEqual(Array(times * PEOPLE.length).fill(200));
  for (const id of PEOPLE) expect(await effectsDone(database.db, `${word}-${id}`)).toBe(1);
}

test('a migration of the tables of every turn, kept waiting by a long look at them, holds up nobody; workers of before go on beside new ones', async () => {
  const old = await started();
  // Often enough that its connections keep the plans of their statements.
  await everybodyIsAnswered('before', 1);
  await cp(MIGRATIONS, folder, { recursive: true });
  const wider = TABLES.map((table) => `alter table ${table} add column added_later text;`);
  await writeFile(join(folder, '9999-wider.sql'), wider.join('\n'));

  let migrating: Promise<string[]> = Promise.resolve([]);
  await database.db.transaction().execute(async (reading) => {
    for (const table of TABLES.toReversed()) {
      await sql`select from ${sql.table(table)} limit 1`.execute(reading);
    }
    migrating = migrate(database, folder);
    await eventually(async () => expect(await waitingForTables()).toBeGreaterThan(0));
    await everybodyIsAnswered('meanwhile', 2);
  });
  expect(await migrating).toEqual(['9999-wider']);
  await everybodyIsAnswered('after', 3);
  // Telegram brings updates to the worker that told its address last.
  await started();
  await everybodyIsAnswered('beside', 4);
  expect(old.bot.log()).not.toMatch(/"level":"(?:error|fatal)"/);
});

async function waitingForTables(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks
    where mode = 'AccessExclusiveLock' and not granted`.execute(database.db);
  return rows[0]!.n;
}
