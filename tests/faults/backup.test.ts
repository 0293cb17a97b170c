import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeTables, edgeBot, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { programPath } from '../helpers/programs.ts';

const run = promisify(execFile);
const DOCS = readFileSync(join(import.meta.dirname, '../../docs/backup.md'), 'utf8');
/** As operators are told to save: `pg_dump … "$DATABASE_URL"`. */
const DUMP_OPTIONS = /^pg_dump (--.+) "\$DATABASE_URL"/m.exec(DOCS)![1]!.split(' ');
const people = (from: number) => Array.from({ length: 40 }, (_, n) => from + n);
const [ANSWERED, UNANSWERED, MEANWHILE] = [people(80_000), people(81_000), people(82_000)];

let folder: string;
let api: BotApiServer;
let live: Place;
let restored: Place;

interface Place {
  url: string;
  database: Database<EdgeTables>;
  end(): Promise<void>;
}

async function emptyPlace(): Promise<Place> {
  const fresh = await createPostgresDatabase();
  const database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  const end = async () => {
    await database.close();
    await fresh.drop();
  };
  return { url: fresh.url, database, end };
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-backup-'));
  api = await startBotApi();
  [live, restored] = await Promise.all([emptyPlace(), emptyPlace()]);
  await migrate(live.database, MIGRATIONS);
  await makeEffectsTable(live.database.db);
});
afterAll(async () => {
  await Promise.all([live.end(), restored.end(), api.close()]);
  rmSync(folder, { recursive: true });
});

test('a backup made while citizens are answered has all that was acknowledged before it, whole; restored, no answer of before is sent again', async () => {
  const bot = edgeBot(api, live.database.db);
  await bot.start();
  const said = ANSWERED.map((id) => api.says(id, `book-${id}`));
  await eventually(() => expect(api.sent).toHaveLength(ANSWERED.length));

  // Answers that are committed and on their way when the backup is made.
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<undefined>();
  api.fault = ({ method }) => (method === 'sendMessage' ? mayGoOn : undefined);
  for (const id of UNANSWERED) api.says(id, `book-${id}`);
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  for (const id of MEANWHILE) api.says(id, `book-${id}`);
  const file = join(folder, 'pasokh.dump');
  await run(postgres('pg_dump'), [...DUMP_OPTIONS, '-f', file, live.url]);
  goOn(undefined);
  const everybody = [...ANSWERED, ...UNANSWERED, ...MEANWHILE];
  await eventually(() => expect(api.sent).toHaveLength(everybody.length));
  await bot.stop();

  await run(postgres('pg_restore'), ['--no-owner', '--exit-on-error', '-d', restored.url, file]);
  expect(await migrate(restored.database, MIGRATIONS)).toEqual([]);
  const { done, claims } = await counted(restored.database);
  expect(new Set(done).size).toBe(done.length);
  expect(claims).toBe(done.length);
  const before = [...ANSWERED, ...UNANSWERED].map((id) => `book-${id}`);
  expect(done).toEqual(expect.arrayContaining(before));

  api.sent.length = 0;
  const again = edgeBot(api, restored.database.db);
  await again.start();
  // What Telegram brings once more, and a message behind which nothing older can hide.
  for (const id of said) api.repeat(id);
  for (const id of everybody) api.says(id, 'after');
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
  await eventually(() => expect(api.sent.length).toBeGreaterThanOrEqual(everybody.length));
  await again.stop();
  expect(api.sent.filter(({ text }) => !text.includes('after'))).toEqual([]);
  expect(api.sent).toHaveLength(everybody.length);
});

async function counted({ db }: Database<EdgeTables>) {
  const { rows } = await sql<{ id: string }>`select draft_id as id from effects_done`.execute(db);
  const claims = await db.selectFrom('update_claims').select('update_id').execute();
  return { done: rows.map(({ id }) => id), claims: claims.length };
}

/** The programs of the server the tests run. */
function postgres(program: 'pg_dump' | 'pg_restore'): string {
  return join(dirname(programPath('postgres')), program);
}
