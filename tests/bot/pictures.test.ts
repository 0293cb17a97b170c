import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Assets } from '../../src/bot/send-row.ts';
import type { Database } from '../../src/database/database.ts';
import type { Reply, TakeTurn } from '../../src/dialogue/turn.ts';
import { say } from '../../src/wording/sentence.ts';
import type { BotApiServer } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  type EdgeBot,
  type EdgeTables,
  edgeBot,
  makeEffectsTable,
  saying,
  turn,
  wordsOf,
} from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import {
  MARYAM,
  type RunningPlayground,
  startPlayground,
  TOKEN,
} from '../playground/start-playground.ts';

let database: Database<EdgeTables>;
let playground: RunningPlayground;
let bot: EdgeBot;

const PHOTO = { asset: 'bill-sample' } as const;
const LABEL = say('button-debt');
const REPLIES: Record<string, Reply> = {
  short: { ...saying('<b>'), photo: PHOTO, buttons: [[{ label: LABEL, action: 'debt' }]] },
  long: { lines: Array.from({ length: 60 }, () => say('help')), photo: PHOTO },
};
const withPicture: TakeTurn = async (state, incoming) =>
  turn([REPLIES[wordsOf(incoming)] ?? saying('?')], [], state);

beforeAll(async () => {
  database = await testDatabases()[0]!.open<EdgeTables>();
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  playground = await startPlayground();
});
afterEach(async () => {
  await bot.stop();
  await playground.stop();
  await database.db.deleteFrom('update_claims').execute();
});
afterAll(() => database.close());

async function asks(text: string, assets: Assets) {
  const server = { root: playground.address, token: TOKEN } as BotApiServer;
  bot = edgeBot(server, database.db, { takeTurn: withPicture, assets });
  await bot.start();
  playground.api.sendAs(MARYAM, { kind: 'text', text });
  await playground.api.waitForReply(MARYAM);
  await eventually(async () => {
    expect(await database.db.selectFrom('outbox').select('id').execute()).toEqual([]);
  });
  const messages = playground.api.messagesOf(MARYAM);
  return messages.slice(messages.findLastIndex(({ from }) => !from.is_bot) + 1);
}

test('a picture goes up from its file, with words below it and buttons', async () => {
  const [message, ...others] = await asks('short', { 'bill-sample': 'city/bill-sample.png' });
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    photo: [{ width: 1200, height: 900 }],
    caption: expect.stringContaining('<b>'),
    reply_markup: { inline_keyboard: [[{ callback_data: 'debt' }]] },
  });
  expect(playground.api.refusedCalls()).toEqual([]);
});

test('words too long for a caption follow the picture', async () => {
  const [picture, ...texts] = await asks('long', { 'bill-sample': 'city/bill-sample.png' });
  expect(picture).toMatchObject({ photo: [{ width: 1200 }] });
  expect(picture).not.toHaveProperty('caption');
  expect(texts.length).toBeGreaterThan(1);
  expect(playground.api.refusedCalls()).toEqual([]);
});

test.each<[string, Assets]>([
  ['is gone', { 'bill-sample': 'city/no-such-picture.png' }],
  ['was never set', {}],
])('the words go alone when the file %s, and what follows is not held up', async (_, assets) => {
  const [message] = await asks('short', assets);
  expect(message).toMatchObject({
    text: expect.stringContaining('<b>'),
    reply_markup: { inline_keyboard: [[{ callback_data: 'debt' }]] },
  });
  expect(bot.log()).toContain('a picture could not be read');
  expect(playground.api.refusedCalls()).toEqual([]);
});
