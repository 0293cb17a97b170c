import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
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

const LONG = Array.from({ length: 300 }, (_, n) => say('welcome', { city: `<${n}> & ${n}` }));
const ASK = { send: say('button-send-contact'), others: [say('button-why-contact')] };

/** Every kind of message there is, asked for by its name. */
const everything: TakeTurn = async (state, incoming) => {
  const replies = {
    buttons: {
      ...saying('\u202e <b>x</b> '),
      buttons: [
        [
          { label: say('button-debt'), action: 'ب'.repeat(32) },
          { label: say('button-copy-bill'), copy: '3011245000165' },
        ],
        [{ label: say('button-help'), url: 'https://example.ir/?a=1&b=2' }],
      ],
    },
    contact: { ...saying('x'), keyboard: { kind: 'ask-contact' as const, labels: ASK } },
    location: { ...saying('x'), keyboard: { kind: 'ask-location' as const, labels: ASK } },
    none: { ...saying('x'), keyboard: { kind: 'none' as const } },
    venue: { ...saying('x'), venue: { lat: 34.8, lon: 48.5, title: 'دفتر ۳', address: 'ارم' } },
    long: { lines: LONG, buttons: [[{ label: say('button-debt'), action: 'debt' }]] },
  };
  const asked = replies[wordsOf(incoming) as keyof typeof replies];
  return turn([asked ?? saying(wordsOf(incoming))], [], state);
};

beforeAll(async () => {
  database = await testDatabases()[0]!.open<EdgeTables>();
  await makeEffectsTable(database.db);
});
beforeEach(async () => {
  playground = await startPlayground();
  bot = edgeBot({ root: playground.address, token: TOKEN } as BotApiServer, database.db, {
    takeTurn: everything,
  });
  await bot.start();
});
afterEach(async () => {
  await bot.stop();
  await playground.stop();
  await database.db.deleteFrom('update_claims').execute();
});
afterAll(() => database.close());

async function asks(text: string): Promise<ReturnType<RunningPlayground['api']['messagesOf']>> {
  playground.api.sendAs(MARYAM, { kind: 'text', text });
  await playground.api.waitForReply(MARYAM);
  await eventually(async () => {
    expect(await database.db.selectFrom('outbox').select('id').execute()).toEqual([]);
  });
  const messages = playground.api.messagesOf(MARYAM);
  return messages.slice(messages.findLastIndex(({ from }) => !from.is_bot) + 1);
}

test.each(['buttons', 'contact', 'location', 'none'])(
  'a message with %s is taken as it is',
  async (kind) => {
    expect(await asks(kind)).toHaveLength(1);
    expect(playground.api.refusedCalls()).toEqual([]);
  },
);

test('an office is shown on the map after its text', async () => {
  const [text, venue] = await asks('venue');
  expect(text).toHaveProperty('text');
  expect(venue).toHaveProperty('venue');
  expect(playground.api.refusedCalls()).toEqual([]);
});

test('a text longer than a message arrives whole, in several', async () => {
  const messages = await asks('long');
  const text = messages.map((message) => ('text' in message ? message.text : '')).join('\n');
  for (let n = 0; n < 300; n++) expect(text).toContain(`<${n}> & ${n}`);
  expect(messages.length).toBeGreaterThan(1);
  expect(playground.api.refusedCalls()).toEqual([]);
});

test('a press stops spinning and is answered', async () => {
  const [message] = await asks('buttons');
  const data = 'ب'.repeat(32);
  playground.api.sendAs(MARYAM, { kind: 'press', messageId: message!.message_id, data });
  await eventually(() => {
    const methods = playground.api.calls().map(({ method }) => method);
    expect(methods).toContain('answerCallbackQuery');
    expect(playground.api.messagesOf(MARYAM).at(-1)).toMatchObject({
      text: expect.stringContaining(data),
    });
  });
  expect(playground.api.refusedCalls()).toEqual([]);
});

test('commands and descriptions that the server already has are not set again', async () => {
  const set = () => playground.api.calls().filter(({ method }) => method.startsWith('set')).length;
  const before = set();
  expect(before).toBe(6);
  await bot.stop();
  bot = edgeBot({ root: playground.address, token: TOKEN } as BotApiServer, database.db);
  await bot.start();
  expect(set()).toBe(before);
  expect(playground.api.refusedCalls()).toEqual([]);
});
