import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { guessingNow } from '../../src/identity/guessing.ts';
import { IDENTITY_LIMITS } from '../../src/identity/limits.ts';
import { parseNationalId } from '../../src/language/national-id.ts';
import { type CityBot, type Heard, MARYAM, NOBODYS_CODE, startCityBot } from './city-bot.ts';

const HERS = /بهارستان|۲٬۸۹۷٬۸۰۰|بهاری/;
const NOT_FOUND = 'با این مشخصات پرونده‌ای پیدا نکردم';
/** A true check digit, and on no file. */
const NOBODYS_ID = Array.from({ length: 10 }, (_, i) => `999777555${i}`).find(parseNationalId)!;
const TOO_MANY = 'تعداد کدهای نادرست زیاد شد';

// Fifty accounts talk one after the other.
describe('guessing', { timeout: 120_000 }, () => {
  let bot: CityBot;
  let people = 600_000;
  beforeAll(async () => {
    bot = await startCityBot();
  });
  afterAll(() => bot?.close());
  afterEach(async () => {
    for (const table of ['bot.misses', 'bot.proofs', 'bot.former_proofs'] as const) {
      await bot.database.db.deleteFrom(table).execute();
    }
  });

  /** A stranger with a number of their own that is on no file. */
  const stranger = async () => {
    const id = ++people;
    await bot.sharesOwnContact({ id, mobile: `0900${1_000_000 + id}` });
    return id;
  };
  const looksUp = (id: number, code: string) => bot.says(id, `بدهی ${code}`);
  const missesOf = async (id: number) => {
    const rows = bot.database.db.selectFrom('bot.misses').select('id');
    return (await rows.where('citizen_id', '=', `telegram:${id}`).execute()).length;
  };
  const withoutCode = (text: string) => text.replace(/[\d۰-۹-]+/g, '#');

  test('a hundred codes in a row end after five in a cool-down', async () => {
    const guesser = await stranger();
    const answers: Heard[] = [];
    for (let i = 0; i < 100; i++) answers.push(await looksUp(guesser, `3-11-${245 + i}-7`));
    expect(answers.slice(0, 5).every(({ text }) => text.includes(NOT_FOUND))).toBe(true);
    expect(answers.slice(5).every(({ text }) => text.includes(TOO_MANY))).toBe(true);
    expect(await missesOf(guesser)).toBe(5);
  });

  test('fifty accounts that guess side by side are noticed, and each is stopped sooner', async () => {
    const fifty = await Promise.all(Array.from({ length: 50 }, stranger));
    let round = 0;
    while (!(await guessingNow(bot.database.db as never, bot.now()))) {
      for (const id of fifty) await looksUp(id, `3-11-${300 + round}-${id - 600_000}`);
      expect(++round).toBeLessThan(IDENTITY_LIMITS.wrongCodes + 1);
    }
    const latecomer = await stranger();
    await looksUp(latecomer, '3-11-1-1');
    await looksUp(latecomer, '3-11-1-2');
    expect((await looksUp(latecomer, '3-11-1-3')).text).toContain(TOO_MANY);
  });

  test('"not yours" and "no such file" are the same words, buttons, calls and effects', async () => {
    const [one, other] = [await stranger(), await stranger()];
    for (const id of [one, other]) await bot.says(id, 'سلام');
    const hers = await looksUp(one, MARYAM.code);
    const nobodys = await looksUp(other, NOBODYS_CODE);
    expect(withoutCode(hers.text)).toBe(withoutCode(nobodys.text));
    expect(hers.buttons).toEqual(nobodys.buttons);
    expect(hers.calls.map(({ method }) => method)).toEqual(
      nobodys.calls.map(({ method }) => method),
    );
    expect([await missesOf(one), await missesOf(other)]).toEqual([1, 1]);
    const written = async (id: number) => {
      const rows = bot.database.db
        .selectFrom('bot.audit as a')
        .innerJoin('bot.pseudonyms as p', 'p.pseudonym', 'a.pseudonym')
        .select(['a.intent', 'a.outcome', 'a.facts', 'a.roles']);
      return rows.where('p.citizen_id', '=', `telegram:${id}`).execute();
    };
    expect(await written(one)).toEqual(await written(other));
  });

  test('a national id tells by its check digit that it was mistyped, and nothing else', async () => {
    const newcomer = async () => {
      const id = ++people;
      await bot.sharesOwnContact(MARYAM);
      await bot.sharesOwnContact({ ...MARYAM, id });
      await bot.says(id, 'بدهی ملکم چقدره؟');
      return id;
    };
    const mistyped = await bot.says(await newcomer(), '9990000108');
    expect(mistyped.text).not.toContain(NOT_FOUND);
    const others = await bot.says(await newcomer(), '9990000808');
    const nobodys = await bot.says(await newcomer(), NOBODYS_ID);
    expect(others.text).toContain(NOT_FOUND);
    expect(nobodys.text).toBe(others.text);
    expect(nobodys.buttons).toEqual(others.buttons);
  });

  test('a national id may be tried five times a day, then not even the right one is taken', async () => {
    await bot.sharesOwnContact(MARYAM);
    const thief = ++people;
    await bot.sharesOwnContact({ ...MARYAM, id: thief });
    await bot.says(thief, 'بدهی ملکم چقدره؟');
    for (let i = 0; i < 5; i++) await bot.says(thief, '9990000808');
    const right = await bot.says(thief, '9990000107');
    expect(right.text).not.toMatch(HERS);
    expect(right.text).not.toContain(NOT_FOUND);
  });

  test('with one’s own national id another’s code is refused', async () => {
    await bot.sharesOwnContact(MARYAM);
    const { text } = await bot.says(MARYAM.id, 'بدهی 5-12-19-30-1-6-0');
    expect(text).toContain(NOT_FOUND);
    await bot.database.db.deleteFrom('bot.misses').execute();
    expect((await bot.says(MARYAM.id, `بدهی ${MARYAM.code}`)).text).toMatch(HERS);
  });

  test('an owner whose code fifty accounts guess at finds her file as ever', async () => {
    await bot.sharesOwnContact(MARYAM);
    const fifty = await Promise.all(Array.from({ length: 50 }, stranger));
    for (const id of fifty) await looksUp(id, MARYAM.code);
    expect((await looksUp(MARYAM.id, MARYAM.code)).text).toMatch(HERS);
    expect((await bot.says(MARYAM.id, 'بدهی ملکم چقدره؟')).text).toMatch(HERS);
  });

  test('a bill many accounts were wrong about rests for strangers, whether there is one or not, and its owner is told', async () => {
    const bill = await bot.database.db
      .selectFrom('records.bills' as never)
      .select(['bill_id' as never, 'payment_id' as never, 'code' as never])
      .where('code' as never, '=', '3-11-245-7-0-0-0' as never)
      .executeTakeFirstOrThrow();
    const { bill_id: billId, payment_id: paymentId } = bill as Record<string, string>;
    const objectHash = bot.hash('code', `bill ${billId}`);
    for (let i = 0; i < 6; i++) {
      const miss = { citizen_id: `telegram:${i}`, what: 'code' as const, at: bot.now() };
      await bot.database.db
        .insertInto('bot.misses')
        .values({ ...miss, object_hash: objectHash })
        .execute();
    }
    const ids = `${billId} ${paymentId}`;
    const someone = await stranger();
    expect((await bot.says(someone, ids)).text).toContain(TOO_MANY);
    expect(await missesOf(someone)).toBe(0);
    await bot.sharesOwnContact(MARYAM);
    expect((await bot.says(MARYAM.id, ids)).text).not.toContain(TOO_MANY);
  });

  test('a certificate’s three marks are guessed at no more often than codes', async () => {
    const guesser = await stranger();
    const texts: string[] = [];
    for (let i = 0; i < 7; i++) {
      const number = `${1000 + randomInt(8_000)}/${i}`;
      texts.push(
        (await bot.says(guesser, `اصالت گواهی شماره ${number} کد ${MARYAM.code} تاریخ ۱۴۰۴/۰۱/۰۱`))
          .text,
      );
    }
    expect(texts.at(-1)).toContain(TOO_MANY);
    expect(await missesOf(guesser)).toBe(5);
  });
});
