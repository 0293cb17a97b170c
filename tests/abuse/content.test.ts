import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CityBot, MARYAM, startCityBot } from './city-bot.ts';

const HERS = /۲٬۸۹۷٬۸۰۰/;

describe('what is written', () => {
  let bot: CityBot;
  let people = 900_000;
  const someone = () => ++people;
  beforeAll(async () => {
    bot = await startCityBot();
    await bot.sharesOwnContact(MARYAM);
  });
  afterAll(() => bot?.close());
  afterEach(() => bot.database.db.deleteFrom('bot.misses').execute());

  const tables = async () => {
    const rows = bot.database.db
      .selectFrom('information_schema.tables' as never)
      .select('table_name' as never)
      .where('table_schema' as never, 'in', ['bot', 'records', 'public'] as never);
    return (await rows.execute()).length;
  };

  test.each([
    '<a href="https://evil.example">بدهی</a>',
    '</code></b><i>',
    '&lt;b&gt; &amp; &#x3c;',
    '<b><i></b></i>',
  ])('%j in an address or a complaint is shown as it was written', async (markup) => {
    const citizen = someone();
    await bot.sharesOwnContact({ id: citizen, mobile: `0900${1_000_000 + citizen}` });
    await bot.says(citizen, 'شکایت دارم از ساختمان همسایه');
    const said = [
      await bot.says(citizen, `در خیابان آزادی ${markup} بدون پروانه می‌سازند`),
      await bot.says(citizen, 'منطقه ۲'),
      await bot.says(citizen, 'نوبت بازدید برای پایان کار'),
      await bot.says(citizen, `منطقه ۲، خیابان ${markup} پلاک ۹`),
    ];
    const text = said.map((heard) => heard.text).join('\n');
    expect(text).not.toMatch(/<a |<script|<i>/);
    // Whatever is bold or a code is closed again, or Telegram would refuse the message.
    for (const tag of ['b', 'code', 'i']) {
      const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
      expect(count(new RegExp(`<${tag}>`, 'g'))).toBe(count(new RegExp(`</${tag}>`, 'g')));
    }
  });

  test.each([
    ['Persian digits', '۳-۱۱-۲۴۵-۷'],
    ['Arabic digits', '٣-١١-٢٤٥-٧'],
    ['both mixed with Latin', '3-۱۱-٢٤۵-7'],
    ['marks of direction', '\u202e3-11-245-7\u202c'],
    ['letters of no width', '3\u200b-11-2\u200b45-7\ufeff'],
    ['full-width digits', '３-１１-２４５-７'],
  ])('a code in %s is the same code, or none', async (_how, code) => {
    const { text } = await bot.says(MARYAM.id, `بدهی ${code}`);
    if (HERS.test(text)) return;
    expect(text).not.toMatch(/تومان/);
  });

  test.each([
    "3-11-245-7'; drop table bot.proofs; --",
    "' or 1=1 --",
    '$1 $$ \\x00 %s %n',
    '{ $code } { BIDI($x) } { -brand }',
    '*anchor &anchor !!js/function',
    '{"$gt": ""}',
    '../../etc/passwd',
    '\u0000\u0001\ud800',
  ])('%j is text and nothing else', async (text) => {
    const before = await tables();
    const citizen = someone();
    for (const sentence of [text, `بدهی ${text}`, `پیگیری پرونده ${text}`]) {
      const heard = await bot.says(citizen, sentence);
      expect(heard.text).not.toBe('');
      expect(heard.text).not.toMatch(/error|syntax|SQL|undefined|\bnull\b|خطای داخلی/i);
    }
    expect(await tables()).toBe(before);
  });

  test('a file path or an address in what is written makes the bot fetch nothing', async () => {
    const citizen = someone();
    const { calls } = await bot.says(citizen, 'http://169.254.169.254/latest file:///etc/passwd');
    expect(calls.map(({ method }) => method)).not.toContain('getFile');
    const document = { file_id: 'x', file_unique_id: 'x', file_name: 'a.svg', file_size: 5e9 };
    for (const content of [{ document }, { video: document }, { sticker: document }]) {
      const heard = await bot.sends(citizen, content);
      expect(heard.calls.map(({ method }) => method)).not.toContain('getFile');
      expect(heard.text).not.toBe('');
    }
  });

  test('a hundred codes in one message count as one question', async () => {
    const citizen = someone();
    await bot.sharesOwnContact({ id: citizen, mobile: '09000007790' });
    const codes = Array.from({ length: 100 }, (_, i) => `3-11-${245 + i}-7`).join(' ');
    const { calls } = await bot.says(citizen, `بدهی ${codes}`);
    expect(calls.filter(({ method }) => method === 'sendMessage').length).toBeLessThan(4);
    const misses = await bot.database.db.selectFrom('bot.misses').selectAll().execute();
    expect(misses.length).toBeLessThanOrEqual(3);
  });

  test.each([
    ['4,096 emoji', '🏠'.repeat(2_048)],
    ['digits without end', '1'.repeat(4_096)],
    ['dashes between digits', '1-'.repeat(2_048)],
    ['one letter', 'ا'.repeat(4_096)],
    ['spaces', `بدهی${' '.repeat(4_090)}x`],
    ['half-spaces', `می${'\u200c'.repeat(4_090)}x`],
    ['nested brackets', '('.repeat(4_096)],
    ['marks on one letter', `ب${'\u064b'.repeat(4_095)}`],
  ])('a message of %s is answered, and the next citizen is too', async (_what, text) => {
    const heard = await bot.says(someone(), text);
    expect(heard.calls.map(({ method }) => method)).toContain('sendMessage');
    expect((await bot.says(MARYAM.id, 'بدهی ملکم چقدره؟')).text).toMatch(HERS);
  });
});
