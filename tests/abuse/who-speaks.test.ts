import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, privateMessage } from '../helpers/bot-api-server.ts';
import { type CityBot, contactOf, MARYAM, startCityBot } from './city-bot.ts';

/** Figures and names of Maryam's file. */
const HERS = /بهارستان|۲٬۸۹۷٬۸۰۰|بهاری/;
const HER_DEBT = 'بدهی ملکم چقدره؟';

describe('who speaks', () => {
  let bot: CityBot;
  let people = 500_000;
  const someone = () => ++people;
  beforeAll(async () => {
    bot = await startCityBot();
  });
  afterAll(() => bot?.close());

  const proofsOf = async (id: number) => {
    const rows = bot.database.db.selectFrom('bot.proofs').select('mobile_masked');
    return rows.where('citizen_id', '=', `telegram:${id}`).execute();
  };

  test.each([
    ['of somebody else', { user_id: MARYAM.id }],
    ['without an account', { user_id: undefined }],
  ])('a contact %s proves nothing', async (_whose, more) => {
    const stranger = someone();
    await bot.sends(stranger, contactOf({ ...MARYAM, id: stranger }, more));
    expect(await proofsOf(stranger)).toEqual([]);
    expect((await bot.says(stranger, HER_DEBT)).text).not.toMatch(HERS);
  });

  test.each([
    ['forwarded', { forward_origin: { type: 'user', date: 1, sender_user: person(MARYAM.id) } }],
    ['sent through a bot', { via_bot: { ...person(77), is_bot: true } }],
    ['in the name of a channel', { sender_chat: { id: -100, type: 'channel', title: 'x' } }],
  ])('an own contact that is %s proves nothing', async (_how, mark) => {
    const stranger = someone();
    await bot.sends(stranger, { ...contactOf({ ...MARYAM, id: stranger }), ...mark });
    expect(await proofsOf(stranger)).toEqual([]);
  });

  test('a contact that comes with an edit proves nothing', async () => {
    const stranger = someone();
    const content = contactOf({ ...MARYAM, id: stranger });
    const edited = { ...privateMessage(stranger, content), edit_date: 2 };
    await bot.takes({ edited_message: edited as never });
    expect(await proofsOf(stranger)).toEqual([]);
  });

  test('a card with a right number and anything in its text is taken as a number, and its text is shown nowhere', async () => {
    const stranger = someone();
    const card = 'BEGIN:VCARD\nFN:<a href="https://evil.example">x</a>\nEND:VCARD';
    const contact = contactOf(
      { id: stranger, mobile: '09000007777' },
      {
        ...{ first_name: '<b>evil</b>', last_name: '</code>', vcard: card },
      },
    );
    const { calls } = await bot.sends(stranger, contact);
    expect(JSON.stringify(calls)).not.toContain('evil');
    expect(await proofsOf(stranger)).toHaveLength(1);
  });

  test.each([
    ['forwarded', { forward_origin: { type: 'hidden_user', date: 1, sender_user_name: 'x' } }],
    ['sent through another bot', { via_bot: { ...person(77), is_bot: true } }],
    ['in the name of a channel', { sender_chat: { id: -100, type: 'channel', title: 'x' } }],
  ])('a question that is %s opens no file, even to its owner', async (_how, mark) => {
    await bot.sharesOwnContact(MARYAM);
    expect((await bot.says(MARYAM.id, HER_DEBT)).text).toMatch(HERS);
    expect((await bot.says(MARYAM.id, HER_DEBT, mark)).text).not.toMatch(HERS);
  });

  test('a post of a channel is not answered at all', async () => {
    const chat = { id: -100_200, type: 'channel' as const, title: 'x' };
    const post = { message_id: 1, date: 1, chat, text: HER_DEBT };
    expect((await bot.takes({ channel_post: post } as never)).calls).toEqual([]);
  });

  test('an edited question is a new one: its code is judged like any other', async () => {
    const stranger = someone();
    await bot.sharesOwnContact({ id: stranger, mobile: '09000007778' });
    await bot.says(stranger, 'سلام');
    const edited = privateMessage(stranger, { text: `بدهی ${MARYAM.code}` });
    const { text } = await bot.takes({ edited_message: { ...edited, edit_date: 2 } as never });
    expect(text).toContain('پرونده‌ای پیدا نکردم');
    expect(text).not.toMatch(HERS);
  });

  test.each(['group', 'supergroup'] as const)(
    'in a %s its owner is told to write in private and nothing else',
    async (type) => {
      await bot.sharesOwnContact(MARYAM);
      const chat = { id: -100_300 - type.length, type, title: 'x' };
      for (const text of ['/debt', `@pasokh_bot بدهی ${MARYAM.code}`, '@pasokh_bot نوبت بازدید']) {
        const message = { ...privateMessage(MARYAM.id, { text }), chat };
        const { calls, actions, text: told } = await bot.takes({ message: message as never });
        expect(told).toContain('خصوصی');
        const said = JSON.stringify(calls.map(({ payload }) => payload));
        expect(said).not.toMatch(HERS);
        expect(actions).toEqual([]);
      }
      const bookings = await bot.database.db.selectFrom('bot.bookings').selectAll().execute();
      expect(bookings).toEqual([]);
    },
  );

  test('a press on another’s private message is refused and shows nothing', async () => {
    const { actions } = await bot.says(MARYAM.id, HER_DEBT);
    const { text, calls } = await bot.presses(someone(), actions[0]!, MARYAM.id);
    expect(text).toBe('');
    expect(calls.map(({ method }) => method)).toEqual(['answerCallbackQuery']);
  });

  test('a button of somebody else, pressed in one’s own chat, opens nothing', async () => {
    const stranger = someone();
    await bot.sharesOwnContact({ id: stranger, mobile: '09000007779' });
    const { actions } = await bot.says(MARYAM.id, HER_DEBT);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) {
      expect((await bot.presses(stranger, action)).text).not.toMatch(HERS);
    }
  });

  test.each([
    ...[
      '',
      'x',
      'constructor',
      '__proto__',
      'toString',
      '{"kind":"erase"}',
      'erase-yes;drop table',
    ],
    ...['w:debt:1-2-3-4-5-6-7-8-9', `${'9'.repeat(64)}`, 'cancel:ZZZZ-ZZZZ', '\u0000', '../..'],
  ])('a press with made-up data %j changes nothing and is answered', async (data) => {
    const stranger = someone();
    const { calls } = await bot.presses(stranger, data);
    expect(calls.map(({ method }) => method)).toContain('answerCallbackQuery');
    expect(JSON.stringify(calls)).not.toMatch(/Error|undefined|\bat \w+\./);
    expect(await proofsOf(stranger)).toEqual([]);
  });

  test('a name or username like an official’s gives nothing', async () => {
    const stranger = someone();
    const message = privateMessage(stranger, { text: `بدهی ${MARYAM.code}` });
    const official = { first_name: 'شهردار', last_name: 'ادمین', username: 'pasokh_admin' };
    const from = { ...message.from, ...official };
    await bot.takes({ message: { ...message, from } as never });
    await bot.sharesOwnContact({ id: stranger, mobile: '09000007780' });
    const { text } = await bot.takes({ message: { ...message, from } as never });
    expect(text).not.toMatch(HERS);
  });

  test('an account with a number that another account proved before gives the national id before anything is listed', async () => {
    await bot.sharesOwnContact(MARYAM);
    const newcomer = someone();
    await bot.sharesOwnContact({ ...MARYAM, id: newcomer });
    const { text } = await bot.says(newcomer, HER_DEBT);
    expect(text).not.toMatch(HERS);
    expect(text).toContain('کد ملی');
  });
});
