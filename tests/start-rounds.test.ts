import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../src/bot/bot.ts';
import type { Database } from '../src/database/database.ts';
import { keptQuestionsRound, newsRound, type RoundsParts } from '../src/start-rounds.ts';
import type { Tables } from '../src/tables.ts';
import { forget } from './conversations/forget.ts';
import { loadDemoCity, startTalk, type Talk } from './conversations/talk.ts';
import { hears, sharesContact, startTalkingBot } from './conversations/talking-bot.ts';
import { START } from './conversations/transcript.ts';
import { type BotApiServer, refusal, startBotApi } from './helpers/bot-api-server.ts';
import { testDatabases } from './helpers/database.ts';
import { eventually } from './helpers/eventually.ts';

const MARYAM = 9001;
const SAEED = 9002;
const on = new AbortController().signal;

describe.each(testDatabases())('what comes by itself, over the messenger, on $name', ({ open }) => {
  let database: Database<Tables>;
  let api: BotApiServer;
  let talk: Talk;
  let bots: Bot[];
  let now: Date;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
  });
  beforeEach(async () => {
    await forget(database);
    api = await startBotApi();
    talk = await startTalk(database);
    bots = [];
    now = START;
  });
  afterEach(async () => {
    await Promise.all(bots.map((bot) => bot.stop()));
    await api.close();
  });
  afterAll(() => database.close());

  async function started(): Promise<RoundsParts> {
    const { deps } = talk;
    const { bot, rounds } = await startTalkingBot({ api, database, deps, now: () => now });
    bots.push(bot);
    return rounds;
  }

  async function subscribes(citizen: number): Promise<void> {
    api.says(citizen, 'خبرم کن');
    await hears(api, citizen, 1);
    sharesContact(api, citizen);
    await hears(api, citizen, 3);
  }

  const subscriptions = async () =>
    (await database.db.selectFrom('bot.subscriptions').select('chat_id').execute()).length;

  test('an import is told once, whichever and however many processes notice it', async () => {
    const first = await started();
    await subscribes(MARYAM);
    const second = await started();
    await talk.imports('new-bill', now);
    await Promise.all([newsRound(first, on), newsRound(second, on)]);
    await Promise.all([newsRound(first, on), newsRound(second, on)]);
    const texts = await hears(api, MARYAM, 4);
    expect(texts[3]).toContain('۵۲۰٬۰۰۰');
    await allSent();
    expect(api.textsTo(MARYAM)).toHaveLength(4);
  });

  test('importing the same again tells nobody anything', async () => {
    const parts = await started();
    await subscribes(MARYAM);
    await talk.imports('new-bill', now);
    await newsRound(parts, on);
    await hears(api, MARYAM, 4);
    await talk.imports('new-bill', now);
    await newsRound(parts, on);
    await allSent();
    expect(api.textsTo(MARYAM)).toHaveLength(4);
  });

  test('news comes in the language the citizen talks with the bot', async () => {
    const parts = await started();
    await subscribes(MARYAM);
    api.presses(MARYAM, 'l:en');
    await hears(api, MARYAM, 4);
    await talk.imports('bill-paid', now);
    await newsRound(parts, on);
    expect((await hears(api, MARYAM, 5))[4]).toMatch(/payment of 2,897,800 toman/);
  });

  test('a proof that has run out ends the subscription silently', async () => {
    const parts = await started();
    await subscribes(MARYAM);
    now = new Date(START.getTime() + 31 * 86_400_000);
    await talk.imports('new-bill', now);
    await newsRound(parts, on);
    expect(await subscriptions()).toBe(0);
    await allSent();
    expect(api.textsTo(MARYAM)).toHaveLength(3);
  });

  test('a chat that is closed to the bot ends its subscriptions, whether it is found out by sending or told', async () => {
    const parts = await started();
    await subscribes(MARYAM);
    expect(await subscriptions()).toBe(3);
    api.fault = ({ method }) =>
      method === 'sendMessage' ? refusal(403, 'Forbidden: bot was blocked by the user') : undefined;
    await talk.imports('new-bill', now);
    await newsRound(parts, on);
    await eventually(async () => expect(await subscriptions()).toBe(0));

    api.fault = null;
    api.says(MARYAM, 'خبرم کن');
    await eventually(async () => expect(await subscriptions()).toBe(3));
    const chat = { id: MARYAM, type: 'private' as const, first_name: 'x' };
    const user = { id: 1, is_bot: true, first_name: 'x' };
    api.queue({
      my_chat_member: {
        chat,
        from: { id: MARYAM, is_bot: false, first_name: 'x' },
        date: 1,
        old_chat_member: { status: 'member', user },
        new_chat_member: { status: 'kicked', user, until_date: 0 },
      },
    });
    await eventually(async () => expect(await subscriptions()).toBe(0));
  });

  test('a kept question is answered once when the records are back, however many processes try', async () => {
    const first = await started();
    const second = await started();
    sharesContact(api, SAEED);
    await hears(api, SAEED, 2);
    talk.records.down = true;
    api.says(SAEED, 'بدهی مغازه خیابان ارم');
    expect((await hears(api, SAEED, 3))[2]).toContain('سؤالتان را نگه داشتم');
    await Promise.all([first, second].map((parts) => keptQuestionsRound(parts, on)));
    expect(api.textsTo(SAEED)).toHaveLength(3);
    talk.records.down = false;
    await Promise.all([first, second, first].map((parts) => keptQuestionsRound(parts, on)));
    const texts = await hears(api, SAEED, 4);
    expect(texts[3]).toMatch(/جواب سؤالی که پیش‌تر پرسیدید[\s\S]*بلوار ارم، مغازه ۷/);
    await keptQuestionsRound(first, on);
    await allSent();
    expect(api.textsTo(SAEED)).toHaveLength(4);
  });

  /** Until nothing is on its way any more. */
  async function allSent(): Promise<void> {
    await eventually(async () => {
      expect(await database.db.selectFrom('outbox').select('id').execute()).toEqual([]);
    });
  }
});
