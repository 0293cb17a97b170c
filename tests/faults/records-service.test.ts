import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import type { Database } from '../../src/database/database.ts';
import { httpRecords } from '../../src/records/http-records/http-records.ts';
import { keptQuestionsRound, type RoundsParts } from '../../src/start-rounds.ts';
import type { Tables } from '../../src/tables.ts';
import { loadDemoCity, startTalk } from '../conversations/talk.ts';
import { hears, sharesContact, startTalkingBot } from '../conversations/talking-bot.ts';
import { START } from '../conversations/transcript.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { type FaultyService, faultyService } from '../records/http-records/faulty-service.ts';
import {
  type Behaviour,
  resets,
  says,
  saysText,
  stopsHalfway,
} from '../records/http-records/misbehaving-service.ts';
import { TOKEN } from '../records/http-records/serve-records.ts';

const MARYAM = 9001;
const [pglite] = testDatabases();
const on = new AbortController().signal;

let municipality: Database<Tables>;
let database: Database<Tables>;
let service: FaultyService;
let api: BotApiServer;
let bot: Bot;
let parts: RoundsParts;
/** Of the adapter's clock. */
let time: number;

beforeAll(async () => {
  [municipality, database] = await Promise.all([pglite!.open<Tables>(), pglite!.open<Tables>()]);
  await loadDemoCity(municipality);
  service = await faultyService(municipality);
});
beforeEach(async () => {
  service.fault = null;
  time = 0;
  api = await startBotApi();
  const talk = await startTalk(database);
  const records = httpRecords({ url: service.url, token: TOKEN }, () => time);
  const deps = { ...talk.deps, records };
  ({ bot, rounds: parts } = await startTalkingBot({ api, database, deps, now: () => START }));
});
afterEach(async () => {
  await bot.stop();
  await api.close();
  for (const table of ['bot.kept_questions', 'sessions'] as const) {
    await database.db.deleteFrom(table).execute();
  }
});
afterAll(async () => {
  await service.close();
  await Promise.all([municipality.close(), database.close()]);
});

test('over a records service a citizen is answered as over imported records', async () => {
  sharesContact(api, MARYAM);
  await hears(api, MARYAM, 2);
  api.says(MARYAM, 'بدهی ملکم چقدره');
  expect((await hears(api, MARYAM, 3))[2]).toMatch(/۲٬۸۹۷٬۸۰۰ تومان/);
});

describe('a citizen hears "kept your question", never "no record, book a visit", when the service', () => {
  const never: Behaviour = () => {};
  test.each<[string, Behaviour]>([
    ['does not answer', never],
    ['breaks the connection', resets],
    ['breaks off half-way', stopsHalfway],
    ['answers 500', says({ error: 'failed' }, 500)],
    ['refuses the token', says({ error: 'unauthorized' }, 401)],
    ['is hidden behind a proxy’s page', saysText('<html>404</html>', 'text/html', 404)],
    ['answers garbage', saysText('{]', 'application/json')],
    ['answers only part of it', says({ recordedAt: null, people: [{}], property: {} })],
  ])('%s; and the answer once it is back', async (_, fault) => {
    sharesContact(api, MARYAM);
    await hears(api, MARYAM, 2);
    // Longer ago than anything that was heard may stand in for.
    time += 3_600_000;
    service.fault = fault;
    api.says(MARYAM, 'مفاصا حساب می‌خوام');
    const [, , kept] = await hears(api, MARYAM, 3);
    expect(kept).toContain('سؤالتان را نگه داشتم');
    await keptQuestionsRound(parts, on);
    expect(api.textsTo(MARYAM)).toHaveLength(3);

    service.fault = null;
    time += 60_000;
    await eventually(async () => {
      await keptQuestionsRound(parts, on);
      expect(api.textsTo(MARYAM).length).toBeGreaterThan(3);
    });
    expect(api.textsTo(MARYAM)[3]).toContain('جواب سؤالی که پیش‌تر پرسیدید');
  });
});

test('an answer of less than a minute ago stands in, with the day of its records', async () => {
  sharesContact(api, MARYAM);
  await hears(api, MARYAM, 2);
  api.says(MARYAM, 'بدهی ملکم چقدره');
  const [, , before] = await hears(api, MARYAM, 3);
  service.fault = resets;
  time += 30_000;
  api.says(MARYAM, 'بدهی ملکم چقدره');
  const [, , , again] = await hears(api, MARYAM, 4);
  expect(again).toBe(before);
  expect(again).toContain('۳۰ آبان');
});
