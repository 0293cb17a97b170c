import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { type Bot, createBot } from '../../src/bot/bot.ts';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createTakeTurn } from '../../src/dialogue/take-turn.ts';
import { createLogger } from '../../src/logger.ts';
import { performEffect } from '../../src/perform-effect.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { keptQuestionsRound, type RoundsParts } from '../../src/start-rounds.ts';
import type { Tables } from '../../src/tables.ts';
import { roundsParts } from '../conversations/by-itself.ts';
import { loadDemoCity, startTalk } from '../conversations/talk.ts';
import { mobileOf, START } from '../conversations/transcript.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { wording } from '../helpers/edge-bot.ts';
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
  const logger = createLogger({ level: 'silent' });
  bot = createBot<Tables>({
    token: api.token,
    apiRoot: api.root,
    logger,
    db: database.db,
    sessions: databaseSessions(database.db, logger),
    takeTurn: createTakeTurn(deps),
    performEffect: (tx, effect, who) =>
      performEffect(tx, effect, { ...who, rules: deps.city.booking }),
    wording,
    now: () => START,
    onFatal: (error) => {
      throw error;
    },
  });
  await bot.start();
  parts = roundsParts(database, deps, bot, () => START);
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
  shares(MARYAM);
  await hears(2);
  await recordsAre('down');
  api.says(MARYAM, 'بدهی ملکم چقدره');
  expect((await hears(3))[2]).toContain('سؤالتان را نگه داشتم');
  api.says(MARYAM, 'مدارک پایان کار چیه');
  expect((await hears(4))[3]).toContain('سند مالکیت');
  await keptQuestionsRound(parts, on);
  expect(await kept()).toBe(1);

  await recordsAre('up');
  await eventually(async () => {
    await keptQuestionsRound(parts, on);
    expect(await kept()).toBe(0);
  });
  const texts = await hears(5);
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

async function hears(count: number): Promise<string[]> {
  await eventually(() => expect(api.textsTo(MARYAM)).toHaveLength(count));
  return api.textsTo(MARYAM);
}

async function kept(): Promise<number> {
  return (await database.db.selectFrom('bot.kept_questions').select('id').execute()).length;
}

function shares(citizen: number): void {
  const contact = { phone_number: mobileOf(citizen), first_name: 'x', user_id: citizen };
  const from = { id: citizen, is_bot: false, first_name: 'x' };
  const chat = { id: citizen, type: 'private' as const, first_name: 'x' };
  api.queue({ message: { message_id: 1, date: 1, chat, from, contact } });
}
