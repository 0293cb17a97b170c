import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newKeys } from '../../src/keys.ts';
import { toPersianDigits } from '../../src/language/digits.ts';
import { type Running, run } from '../commands/run-command.ts';
import { type BotApiServer, refusal, startBotApi } from '../helpers/bot-api-server.ts';
import { placeEmbedded } from '../helpers/embedded-folder.ts';
import { eventually } from '../helpers/eventually.ts';
import { contactOf } from './city-bot.ts';

const MOBILE = '09123456789';
const NATIONAL_ID = '9990000107';
const keys = newKeys();

// Every test starts the program as a process of its own.
describe('secrets and personal data', { timeout: 240_000 }, () => {
  let folder: string;
  let api: BotApiServer;
  const running: Running[] = [];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-secrets-'));
    placeEmbedded(folder, 'database');
    api = await startBotApi();
  });
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.process.kill('SIGKILL');
      await one.exit;
    }
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const settings = () => ({
    ...{ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'trace' },
    ...{ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root },
    ...{ PII_KEY: keys.piiKey, SIGNING_KEY: keys.signingKey },
  });
  const start = (
    environment: Record<string, string>,
    entry = 'src/main.ts',
    args: string[] = [],
  ) => {
    const started = run(entry, environment, args);
    running.push(started);
    return started;
  };
  const personal = () =>
    [MOBILE, MOBILE.slice(1), NATIONAL_ID].flatMap((one) => [one, toPersianDigits(one)]);
  const secret = () => [api.token, api.token.split(':')[1]!, keys.piiKey, keys.signingKey];
  /** Which of these stand in the bytes of any file below the folder. */
  const inFiles = (needles: string[]) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .flatMap((entry) => {
        const bytes = readFileSync(join(entry.parentPath, entry.name));
        return needles
          .filter((needle) => bytes.includes(needle))
          .map((one) => `${entry.name}: ${one}`);
      });
  const inText = (needles: string[], text: string) => needles.filter((one) => text.includes(one));

  test('stay out of the log, of every file, of the process’s arguments and of every page, whatever fails', async () => {
    const bot = start(settings());
    await bot.prints(/answers on Telegram/);
    const faults = [
      ...[refusal(500, 'Internal'), refusal(400, `Bad Request: ${MOBILE} ${api.token}`)],
      ...[refusal(403, 'Forbidden: bot was blocked'), refusal(429, 'Too Many', 1), { ok: true }],
    ];
    let turn = 0;
    api.fault = ({ method }) => {
      if (method !== 'sendMessage' || turn >= faults.length * 2) return undefined;
      return faults[turn++ % faults.length];
    };
    const citizen = { id: 9001, mobile: MOBILE };
    const message = (content: object) =>
      api.queue({
        message: {
          ...{ message_id: 1, date: 1, from: { id: citizen.id, is_bot: false, first_name: 'x' } },
          ...{ chat: { id: citizen.id, type: 'private', first_name: 'x' }, ...content },
        },
      } as never);
    message(contactOf(citizen));
    message({ text: `بدهی ملکم با کد ملی ${NATIONAL_ID} چقدره؟` });
    message({ text: NATIONAL_ID });
    message({ text: toPersianDigits(MOBILE) });
    message({ text: `/start ${NATIONAL_ID}` });
    // What no Telegram sends.
    for (const broken of [{ text: 5 }, { contact: null }, { chat: null, text: MOBILE }])
      message(broken);
    api.queue({ message: null } as never);
    api.queue({ callback_query: { id: MOBILE, data: NATIONAL_ID } } as never);
    const last = message({ text: 'سلام' });
    await eventually(() => expect(api.unconfirmed()).not.toContain(last), 60_000);
    const [, address] = await bot.prints(/(http:\/\/127\.0\.0\.1:\d+)/);
    const shown = [readFileSync(`/proc/${bot.process.pid}/cmdline`, 'utf8')];
    for (const path of ['/healthz', '/readyz', '/metrics', '/', '/telegram', '/v', '/nowhere']) {
      const answer = await fetch(`${address}${path}`);
      shown.push(JSON.stringify([...answer.headers]), await answer.text());
    }
    expect(inText([...secret(), ...personal()], shown.join('\n'))).toEqual([]);
    bot.process.kill('SIGTERM');
    await bot.exit;
    const printed = bot.output() + bot.errors();
    expect(printed).toContain('"level"');
    expect(inText([...secret(), ...personal()], printed)).toEqual([]);
    expect(inFiles([...secret(), ...personal()])).toEqual([]);
  });

  test('stay out of what an import says of wrong files', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'pasokh-wrong-'));
    cpSync('city/demo', dir, { recursive: true });
    const parties = `national_id,name,mobile\n${NATIONAL_ID},"x,${MOBILE}\n${MOBILE},x,${NATIONAL_ID}\n`;
    writeFileSync(join(dir, 'parties.csv'), parties);
    const imported = start(settings(), 'src/commands/import.ts', [dir]);
    expect(await imported.exit).not.toBe(0);
    const rejects = readFileSync(join(dir, 'rejects.csv'), 'utf8');
    const printed = imported.output() + imported.errors() + rejects;
    expect(inText([...secret(), ...personal()], printed)).toEqual([]);
    expect(inFiles([...secret(), ...personal()])).toEqual([]);
    rmSync(dir, { recursive: true });
  });

  test.each([
    [
      'a database that cannot be reached',
      { DATABASE_URL: 'postgres://u:canary-pass@127.0.0.1:9/x' },
    ],
    ['a Redis that cannot be reached', { REDIS_URL: 'redis://u:canary-pass@127.0.0.1:9' }],
    ['a key of the wrong form', { PII_KEY: 'canary-pass' }],
    ['a token the messenger refuses', { BOT_TOKEN: '5:canary-pass-canary-pass-canary-pass' }],
    ['a port that is none', { PORT: 'canary-pass' }],
  ])('stay out of what is said of %s', async (_what, wrong) => {
    const refused = start({ ...settings(), ...wrong });
    expect(await refused.exit).toBe(2);
    const printed = refused.output() + refused.errors();
    expect(refused.errors().trim()).not.toBe('');
    expect(inText(['canary-pass', ...secret()], printed)).toEqual([]);
  });

  test('of the real city are never beside the playground: with real settings it does not open', async () => {
    const { BOT_TOKEN: _, ...open } = settings();
    for (const real of [
      ...[{ DATABASE_URL: 'postgres://127.0.0.1:9/x' }, { WEBHOOK_URL: 'https://bot.example' }],
      ...[{ RECORDS_URL: 'https://records.example' }, { HOST: '0.0.0.0' }],
    ]) {
      const refused = start({ ...open, ...real });
      expect(await refused.exit).toBe(2);
      expect(refused.output()).not.toContain('http');
    }
    const imported = start(settings(), 'src/commands/import.ts', ['city/demo']);
    expect(await imported.exit).toBe(0);
    const refused = start(open);
    expect(await refused.exit).toBe(2);
    expect(refused.errors()).toContain('imported records');
  });
});
