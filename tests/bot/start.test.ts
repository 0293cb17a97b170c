import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { COMMANDS } from '../../src/bot/commands.ts';
import type { Database } from '../../src/database/database.ts';
import { SetupError } from '../../src/errors.ts';
import { type BotApiServer, refusal, startBotApi } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  type EdgeBot,
  type EdgeTables,
  edgeBot,
  makeEffectsTable,
  wording,
} from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

let database: Database<EdgeTables>;
let api: BotApiServer;
let bot: EdgeBot | undefined;

beforeAll(async () => {
  const [pglite] = testDatabases();
  database = await pglite!.open<EdgeTables>();
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  api = await startBotApi();
});
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
  await api.close();
});
afterAll(() => database.close());

function newBot(options?: Parameters<typeof edgeBot>[2]): EdgeBot {
  bot = edgeBot(api, database.db, options);
  return bot;
}

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])(
  'a token that the server refuses with %i stops the start and names the settings',
  async (code, text) => {
    api.fault = () => refusal(code, text);
    const start = newBot().start();
    await expect(start).rejects.toThrow(SetupError);
    await expect(start).rejects.toThrow(/BOT_TOKEN.*TELEGRAM_API_ROOT.*\(\d+ \w+/);
    await expect(start).rejects.not.toThrow(/canary/);
  },
);

test('a server that is down at the start is waited for', async () => {
  let failures = 2;
  api.fault = ({ method }) =>
    method === 'getMe' && failures-- > 0 ? refusal(502, 'Bad Gateway') : undefined;
  const waiting = newBot();
  expect(waiting.healthy()).toMatchObject({ ok: false });
  api.says(1, 'hello');
  await waiting.start();
  await eventually(() => expect(api.textsTo(1)).toHaveLength(1));
  expect(waiting.healthy()).toEqual({ ok: true });
});

test('a stop while the server is waited for ends the waiting', async () => {
  api.fault = () => refusal(502, 'Bad Gateway');
  const waiting = newBot();
  const start = waiting.start();
  await eventually(() => expect(waiting.log()).toContain('trying again'));
  await waiting.stop();
  await start;
});

test('another process that polls with this token is a fatal line of its own', async () => {
  api.fault = ({ method }) =>
    method === 'getUpdates'
      ? refusal(409, 'Conflict: terminated by other getUpdates request')
      : undefined;
  const { promise, resolve } = Promise.withResolvers<SetupError>();
  await newBot({ onFatal: resolve }).start();
  expect((await promise).message).toMatch(/BOT_TOKEN: another process polls with this token/);
  expect(bot?.healthy()).toMatchObject({ ok: false });
});

test('a webhook that an earlier set-up left is taken away', async () => {
  api.fault = ({ method }) =>
    method === 'getUpdates' && !api.calls.some((call) => call.method === 'deleteWebhook')
      ? refusal(409, "Conflict: can't use getUpdates method while webhook is active")
      : undefined;
  api.says(1, 'hello');
  await newBot().start();
  await eventually(() => expect(api.textsTo(1)).toHaveLength(1));
});

test('a token revoked while polling is fatal', async () => {
  const { promise, resolve } = Promise.withResolvers<SetupError>();
  await newBot({ onFatal: resolve }).start();
  api.fault = () => refusal(401, 'Unauthorized');
  api.says(1, 'wakes the poll');
  expect((await promise).message).toMatch(/BOT_TOKEN.*401 Unauthorized/);
});

test('commands, menu and descriptions are set in Persian for all and in English for English readers', async () => {
  await newBot().start();
  const calls = (method: string) =>
    api.calls.filter((call) => call.method === method).map(({ payload }) => payload);
  const commandsIn = (locale: 'fa' | 'en') =>
    COMMANDS.map(({ command, description }) => ({
      command,
      description: wording.plain(description, locale),
    }));
  expect(calls('setMyCommands')).toEqual([
    { commands: commandsIn('fa') },
    { commands: commandsIn('en'), language_code: 'en' },
  ]);
  expect(calls('setMyDescription')).toHaveLength(2);
  expect(calls('setMyShortDescription')).toHaveLength(2);
  expect(calls('setChatMenuButton')).toEqual([{ menu_button: { type: 'commands' } }]);
});

test('a server that refuses commands and descriptions does not keep the bot from working', async () => {
  api.fault = ({ method }) =>
    /^(get|set)(My|Chat)/.test(method) ? refusal(429, 'Too Many Requests', 3600) : undefined;
  api.says(1, 'hello');
  await newBot().start();
  await eventually(() => expect(api.textsTo(1)).toHaveLength(1));
});
