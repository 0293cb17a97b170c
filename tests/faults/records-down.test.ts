import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { keptQuestionsRound, type RoundsParts } from '../../src/start-rounds.ts';
import type { Tables } from '../../src/tables.ts';
import { loadDemoCity, startTalk } from '../conversations/talk.ts';
import { hears, sharesContact, startTalkingBot } from '../conversations/talking-bot.ts';
import { START } from '../conversations/transcript.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { eventually } from '../helpers/eventually.ts';

const MARYAM = 9001;
const on = new AbortController().signal;

/** Records in one database, everything the bot writes in another: only the first one fails. */
let recordsAt: Awaited<ReturnType<typeof createPostgresDatabase>>;
let botAt: Awaited<ReturnType<typeof createPostgresDatabase>>;
let recordsDatabase: Database<Tables>;
let database: Database<Tables>;
let api: BotApiServer;
let bot: Bot;
let parts: RoundsParts;

beforeAll(async () => {
  [recordsAt, botAt] = await Promise.all([createPostgresDatabase(), createPostgresDatabase()]);
  recordsDatabase = await opened(recordsAt.url);
  database = await opened(botAt.url);
  await loadDemoCity(recordsDatabase);
});
beforeEach(async () => {
  api = await startBotApi();
  const talk = await startTalk(database);
  const deps = { ...talk.deps, records: postgresRecords(recordsDatabase.db) };
  ({ bot, rounds: parts } = await startTalkingBot({ api, database, deps, now: () => START }));
});
afterEach(async () => {
  await bot.stop();
  await api.close();
});
afterAll(async () => {
  await recordsDatabase.close();
  await database.close();
  await Promise.all([recordsAt.drop(), botAt.drop()]);
});

test('a question asked while the records database is unreachable is kept, and answered once when it is back', async () => {
  sharesContact(api, MARYAM);
  await hears(api, MARYAM, 2);
  await recordsAre('down');
  api.says(MARYAM, 'بدهی ملکم چقدره');
  expect((await hears(api, MARYAM, 3))[2]).toContain('سؤالتان را نگه داشتم');
  api.says(MARYAM, 'مدارک پایان کار چیه');
  expect((await hears(api, MARYAM, 4))[3]).toContain('سند مالکیت');
  await keptQuestionsRound(parts, on);
  expect(await kept()).toBe(1);

  await recordsAre('up');
  await eventually(async () => {
    await keptQuestionsRound(parts, on);
    expect(await kept()).toBe(0);
  });
  const texts = await hears(api, MARYAM, 5);
  expect(texts[4]).toMatch(/جواب سؤالی که پیش‌تر پرسیدید[\s\S]*۲٬۸۹۷٬۸۰۰ تومان/);
  await keptQuestionsRound(parts, on);
  expect(api.textsTo(MARYAM)).toHaveLength(5);
});

async function opened(url: string): Promise<Database<Tables>> {
  const opened = await openDatabase<Tables>({ url }, { queryMs: 5_000 });
  await migrate(opened, MIGRATIONS);
  return opened;
}

async function recordsAre(state: 'down' | 'up'): Promise<void> {
  const name = new URL(recordsAt.url).pathname.slice(1);
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(`alter database ${name} with allow_connections ${state === 'up'}`);
  if (state === 'down') {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
    );
  }
  await client.end();
}

async function kept(): Promise<number> {
  return (await database.db.selectFrom('bot.kept_questions').select('id').execute()).length;
}
