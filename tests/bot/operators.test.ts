import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import { isTalkOpen } from '../../src/bot/operator-topics.ts';
import type { Database } from '../../src/database/database.ts';
import { proveMobile } from '../../src/identity/effects.ts';
import type { Tables } from '../../src/tables.ts';
import { say } from '../../src/wording/sentence.ts';
import { startTalk } from '../conversations/talk.ts';
import { startTalkingBot } from '../conversations/talking-bot.ts';
import {
  type BotApiServer,
  person,
  privateMessage,
  refusal,
  startBotApi,
} from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { recordingLogger, wording } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const GROUP = -1001234567890;
const NOW = new Date('2026-11-21T06:30:00Z');
const words = (key: Parameters<typeof say>[0]) => wording.html(say(key as 'operator-told'), 'fa');

describe.each(testDatabases())('talking with staff on $name', ({ open }) => {
  let database: Database<Tables>;
  let api: BotApiServer;
  let bot: Bot;
  let lastCitizen = 100;
  let lastTopic = 0;
  let log: () => string;

  beforeAll(async () => {
    database = await open<Tables>();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    api = await startBotApi();
    api.fault = ({ method, payload }) =>
      method === 'createForumTopic'
        ? { ok: true, result: { message_thread_id: ++lastTopic, name: payload.name } }
        : undefined;
    const { db } = database;
    const { deps } = await startTalk(database);
    const isOpen = (citizenId: string) => isTalkOpen(db, citizenId);
    const recording = recordingLogger([api.token]);
    log = recording.log;
    ({ bot } = await startTalkingBot({
      ...{ api, database, now: () => NOW, logger: recording.logger, operatorsChatId: GROUP },
      deps: { ...deps, operators: { isOpen } },
    }));
  });
  afterEach(async () => {
    await bot.stop();
    await api.close();
  });

  /** A citizen who has proven a number. */
  async function known(): Promise<number> {
    const citizen = ++lastCitizen;
    const mobile = { mobileHash: `hash of ${citizen}`, mobileMasked: '۰۹۱۲•••۰۰۰۰' };
    await proveMobile(database.db, { citizenId: `telegram:${citizen}`, ...mobile, now: NOW });
    return citizen;
  }
  async function dealtWith(): Promise<void> {
    await eventually(() => expect(api.unconfirmed()).toEqual([]));
    await eventually(async () => {
      const left = database.db.selectFrom('outbox').select('id').where('bot_id', '=', api.botId);
      expect(await left.execute()).toEqual([]);
    });
  }
  async function says(citizen: number, ...texts: string[]): Promise<void> {
    for (const text of texts) {
      api.says(citizen, text);
      await dealtWith();
    }
  }
  async function staff(threadId: number | null, content: object, chatId = GROUP): Promise<void> {
    const message = {
      ...privateMessage(9, content),
      from: person(9),
      chat: { id: chatId, type: 'supergroup' as const, title: 'staff', is_forum: true as const },
      ...(threadId !== null && { is_topic_message: true as const, message_thread_id: threadId }),
    };
    api.queue({ message } as Parameters<BotApiServer['queue']>[0]);
    await dealtWith();
  }
  const inGroup = () =>
    api.calls
      .filter(({ method, payload }) => method === 'sendMessage' && payload.chat_id === GROUP)
      .map(({ payload }) => ({ thread: payload.message_thread_id, text: payload.text }));
  const lastTo = (citizen: number) => api.textsTo(citizen).at(-1);

  test('a citizen’s words reach a topic of their own as they are, under a number, and nothing else', async () => {
    const citizen = await known();
    await says(
      citizen,
      'میخوام با کارشناس حرف بزنم',
      'کد ۳-۱۱ را <b>دیدید</b>؟ http://a.ir/12',
      'سلام',
    );
    const [first, second] = inGroup();
    expect(first?.text).toMatch(/^<b>شهروند [۰-۹]+<\/b>\n/);
    expect(first?.text).toContain('\nکد ۳-۱۱ را &lt;b&gt;دیدید&lt;/b&gt;؟ http://a.ir/12');
    expect(second).toMatchObject({ thread: first?.thread });
    const made = api.calls.filter(({ method }) => method === 'createForumTopic');
    expect(made).toHaveLength(1);
    expect(JSON.stringify([made, inGroup()])).not.toMatch(/Maryam|۰۹۱۲|telegram/);
    expect(lastTo(citizen)).toBe(words('operator-told'));
  });

  test('an answer in that topic reaches its citizen alone, as it was written', async () => {
    const [one, other] = [await known(), await known()];
    await says(one, 'اپراتور', 'کی جواب می‌دهید؟');
    const ofOne = lastTopic;
    await says(other, 'اپراتور', 'سلام');
    await staff(ofOne, { text: 'شنبه ۱۰ تا 12 <بخش ۲>' });
    const reply = `${words('edge-operator-reply')}\nشنبه ۱۰ تا 12 &lt;بخش ۲&gt;`;
    expect(lastTo(one)).toBe(reply);
    expect(api.textsTo(other)).not.toContain(reply);
  });

  test('an answer comes after the citizen has ended the talk, and one press takes it up again', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', 'سؤال دارم', 'پایان گفت‌وگو', 'بازدیدهای من');
    expect(inGroup()).toHaveLength(1);
    await staff(lastTopic, { text: 'بفرمایید' });
    expect(lastTo(citizen)).toContain('بفرمایید');
    api.presses(citizen, 'w:operator');
    await dealtWith();
    await says(citizen, 'ممنون');
    expect(inGroup().map(({ thread }) => thread)).toEqual([lastTopic, lastTopic]);
  });

  test('a command or another button leads back to the bot', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', '/start', 'بازدیدهای من');
    expect(inGroup()).toEqual([]);
    expect(api.textsTo(citizen)).toContain(words('operator-left'));
    expect(lastTo(citizen)).toBe(words('visits-none'));
  });

  test('staff end the talk with /close: the citizen is told, and writes to the bot again', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', 'سلام');
    await staff(lastTopic, { text: '/close' });
    expect(lastTo(citizen)).toBe(words('edge-talk-ended'));
    expect(inGroup().at(-1)).toEqual({ thread: lastTopic, text: words('edge-talk-closed') });
    await says(citizen, 'بازدیدهای من');
    expect(lastTo(citizen)).toBe(words('visits-none'));
  });

  test('what is said in the group outside a citizen’s topic, or reported there, reaches nobody', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', 'سلام');
    const before = api.sent.length;
    await staff(null, { text: 'میان خودمان' });
    await staff(lastTopic + 1, { text: 'یک موضوع دیگر' });
    await staff(lastTopic, { forum_topic_edited: { name: 'x' } });
    await staff(lastTopic, { text: '/help@another_bot' });
    expect(api.sent).toHaveLength(before);
  });

  test('a picture of staff does not pass, and they are told', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', 'سلام');
    const before = api.textsTo(citizen).length;
    await staff(lastTopic, { photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] });
    expect(inGroup().at(-1)?.text).toBe(words('edge-only-text'));
    expect(api.textsTo(citizen)).toHaveLength(before);
  });

  test('any other group still hears but one sentence', async () => {
    await staff(5, { text: '/help' }, -100555);
    expect(lastTo(-100555)).toBe(words('edge-private-only'));
  });

  test('where no topic can be made the citizen is told that nothing arrived', async () => {
    const citizen = await known();
    const normal = api.fault;
    api.fault = ({ method }) =>
      method === 'createForumTopic' ? refusal(400, 'Bad Request: not enough rights') : undefined;
    await says(citizen, 'اپراتور', 'سلام');
    expect(lastTo(citizen)).toBe(words('edge-operators-away'));
    expect(log()).toContain('OPERATORS_CHAT_ID');
    api.fault = normal;
    await says(citizen, 'سلام');
    expect(lastTo(citizen)).toBe(words('operator-told'));
  });

  test('words for a topic that staff have deleted are told outside it, and the next ones make another', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور', 'یک');
    const deleted = lastTopic;
    const normal = api.fault!;
    api.fault = (call) =>
      call.payload.message_thread_id === deleted
        ? refusal(400, 'Bad Request: message thread not found')
        : normal(call);
    await says(citizen, 'دو', 'سه');
    expect(
      api.sent.filter(({ chatId }) => chatId === GROUP).map(({ text }) => text.split('\n')[1]),
    ).toEqual(['یک', 'دو', 'سه']);
    expect(inGroup().at(-1)?.thread).toBe(deleted + 1);
  });

  test('a national id that the bot has asked for is not told to staff', async () => {
    const citizen = await known();
    await says(citizen, 'اپراتور');
    const { db } = database;
    const key = `telegram:${citizen}`;
    const row = await db
      .selectFrom('sessions')
      .select('state')
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    const state = JSON.stringify({ ...(row.state as object), expecting: 'national-id' });
    await db.updateTable('sessions').set({ state }).where('key', '=', key).execute();
    await says(citizen, '۰۰۷۹۹۹۹۹۹۸');
    expect(inGroup()).toEqual([]);
  });

  test('a number is asked for first, and then the talk begins', async () => {
    const citizen = ++lastCitizen;
    await says(citizen, 'اپراتور');
    expect(lastTo(citizen)).toContain(words('ask-contact-operator'));
    const contact = { phone_number: '09121110000', first_name: 'Maryam', user_id: citizen };
    api.queue({ message: privateMessage(citizen, { contact }) });
    await dealtWith();
    expect(lastTo(citizen)).toBe(words('operator-write'));
  });
});
