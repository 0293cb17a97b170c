import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type App, startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Database } from '../../../src/database/database.ts';
import { newKeys } from '../../../src/keys.ts';
import { PATHS } from '../../../src/paths.ts';
import { importRecords } from '../../../src/records/import/import-records.ts';
import { createKeyedHash, recordsKey } from '../../../src/records/keyed-hash.ts';
import { mobileOf, START } from '../../conversations/transcript.ts';
import { type BotApiServer, startBotApi } from '../../helpers/bot-api-server.ts';
import { startChild } from '../../helpers/child.ts';
import { testDatabases } from '../../helpers/database.ts';
import { placeEmbedded } from '../../helpers/embedded-folder.ts';
import { eventually } from '../../helpers/eventually.ts';
import { type FaultyService, faultyService } from './faulty-service.ts';
import { resets, says } from './misbehaving-service.ts';
import { TOKEN } from './serve-records.ts';

const IMPORT = join(import.meta.dirname, '../../../src/commands/import.ts');
const MARYAM = 9001;
const { piiKey, signingKey } = newKeys();
const [pglite] = testDatabases();

let municipality: Database<unknown>;
let service: FaultyService;
let folder: string;
let settings: Record<string, string>;
let api: BotApiServer;
let app: App;

beforeAll(async () => {
  municipality = await pglite!.open();
  const keyedHash = createKeyedHash(recordsKey(piiKey));
  await importRecords({ database: municipality, dir: PATHS.demoCity, keyedHash, now: () => START });
  service = await faultyService(municipality);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pasokh-service-'));
  placeEmbedded(folder, 'database');
  api = await startBotApi();
  service.fault = null;
  settings = {
    ...{ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: folder, PORT: '0' },
    ...{ RECORDS_URL: `${service.url}/`, RECORDS_TOKEN: TOKEN, LOG_LEVEL: 'silent' },
    ...{ PII_KEY: piiKey, SIGNING_KEY: signingKey },
  };
  app = await startApp(readConfig(settings, join(folder, 'no.env')), {
    now: () => START,
    onFatal: (error) => {
      throw error;
    },
  });
});
afterEach(async () => {
  await app.stop();
  await api.close();
  await rm(folder, { recursive: true });
});
afterAll(() => service.close().then(() => municipality.close()));

test('with RECORDS_URL alone a citizen is answered from the municipality’s service', async () => {
  shares();
  await hears(2);
  api.says(MARYAM, 'بدهی ملکم چقدره');
  expect((await hears(3))[2]).toContain('۲٬۸۹۷٬۸۰۰ تومان');
});

test('a service that is down leaves the bot ready: it keeps the questions', async () => {
  service.fault = resets;
  const ready = await fetch(`${app.address}/readyz`);
  expect(ready.status).toBe(200);
});

test('where the service tells no changes, no news is promised', async () => {
  shares();
  await hears(2);
  const notOffered = says({ error: 'not-offered' }, 501);
  service.fault = (response, request) => {
    if (request.url?.startsWith('/changes')) notOffered(response, request);
    else service.pass(response, request);
  };
  api.says(MARYAM, 'هر وقت خبری شد بهم خبر بده');
  expect((await hears(3))[2]).toContain('نمی‌توانم قول بدهم');
});

test('an import is refused with the reason, by itself and by the running bot', async () => {
  for (const RECORDS_URL of [settings.RECORDS_URL!, '']) {
    const child = startChild([IMPORT, PATHS.demoCity], { ...settings, RECORDS_URL });
    const { code, stderr } = await child.ended();
    expect(stderr).toMatch(/^RECORDS_URL is set, so the records come from that service/);
    expect(code).toBe(2);
  }
});

async function hears(count: number): Promise<string[]> {
  await eventually(() => expect(api.textsTo(MARYAM)).toHaveLength(count));
  return api.textsTo(MARYAM);
}

function shares(): void {
  const contact = { phone_number: mobileOf(MARYAM), first_name: 'x', user_id: MARYAM };
  const from = { id: MARYAM, is_bot: false, first_name: 'x' };
  const chat = { id: MARYAM, type: 'private' as const, first_name: 'x' };
  api.queue({ message: { message_id: 1, date: 1, chat, from, contact } });
}
