import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { type EdgeTables, effectsDone, makeEffectsTable } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { startWebhookWorker, type WebhookWorker } from '../helpers/webhook-worker.ts';

const CITIZEN = 1_701;

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
let database: Database<EdgeTables>;
let api: BotApiServer;
let worker: WebhookWorker;

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  database = await openDatabase<EdgeTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(database, MIGRATIONS);
  await makeEffectsTable(database.db);
  // What PostgreSQL says when a table cannot grow.
  await sql`create function disk_is_full() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`.execute(
    database.db,
  );
});
beforeEach(async () => {
  api = await startBotApi();
  worker = await startWebhookWorker(api, database.db);
});
afterEach(async () => {
  await worker.stop();
  await api.close();
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const grows = ['bot.lines', 'sessions', 'update_claims', 'outbox'];

async function full(tables: string[]): Promise<() => Promise<void>> {
  for (const table of tables) {
    await sql`create trigger full_disk before insert on ${sql.table(table)}
      execute function disk_is_full()`.execute(database.db);
  }
  return async () => {
    for (const table of tables) {
      await sql`drop trigger full_disk on ${sql.table(table)}`.execute(database.db);
    }
  };
}

/** As a server that was made a standby, or that its guard has set so before the disk is full. */
async function readOnly(): Promise<() => Promise<void>> {
  const name = new URL(fresh.url).pathname.slice(1);
  const set = async (change: string) => {
    const client = new Client({ connectionString: inject('postgresUrl') });
    await client.connect();
    await client.query(`alter database ${name} ${change}`);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
    await client.end();
  };
  await set('set default_transaction_read_only = on');
  return () => set('reset default_transaction_read_only');
}

test.each<[string, () => Promise<() => Promise<void>>]>([
  ['has no room for anything', () => full(grows)],
  ['has no room for what a commit writes', () => full(['update_claims', 'outbox'])],
  ['refuses to write', readOnly],
])(
  'a database that %s acknowledges nothing and promises nothing; with room again everybody is answered once',
  async (what, fill) => {
    api.says(CITIZEN, 'first');
    await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(1));
    const makeRoom = await fill();
    const began = performance.now();
    api.says(CITIZEN, `book-${what}`);
    await eventually(() => expect(api.tries.at(-1)?.status).toBe(500));
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(api.textsTo(CITIZEN)).toHaveLength(1);
    expect(worker.bot.healthy()).toMatchObject({ ok: false });

    await makeRoom();
    await eventually(() => expect(api.unconfirmed()).toEqual([]));
    await eventually(() => expect(api.textsTo(CITIZEN)).toHaveLength(2));
    expect(api.textsTo(CITIZEN)[1]).toContain(`book-${what}`);
    expect(await effectsDone(database.db, `book-${what}`)).toBe(1);
    expect(worker.bot.healthy()).toEqual({ ok: true });
  },
  40_000,
);
