import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cancelBooking } from '../../src/inspections/cancel-booking.ts';
import { callForJob } from '../../src/jobs/due-jobs.ts';
import type { JobTables } from '../../src/jobs/tables.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { eventually } from '../helpers/eventually.ts';
import { book, place, RULES } from '../inspections/sample.ts';
import { type CityBot, MARYAM, startCityBot } from './city-bot.ts';

const HERS = /۲٬۸۹۷٬۸۰۰/;
const NOT_FOUND = 'با این مشخصات پرونده‌ای پیدا نکردم';
const DEBT = 'بدهی ملکم چقدره؟';
const ELHAM = { id: 9008, mobile: '09000001008' };
/** Of Maryam's property. */
const NEW_BILL =
  '3011245000165,520050275,3-11-245-7-0-0-0,waste,5200000,1405/08/30,1405/11/30,issued';
const ATTORNEY = { id: 9011, mobile: '09000001011' };

describe('whose file it is', () => {
  let bot: CityBot;
  let folder: string;
  let people = 800_000;
  beforeAll(async () => {
    bot = await startCityBot();
    folder = await mkdtemp(join(tmpdir(), 'pasokh-demo-'));
  });
  afterAll(async () => {
    await bot?.close();
    await rm(folder, { recursive: true });
  });
  afterEach(async () => {
    const { db } = bot.database;
    for (const table of ['bot.misses', 'bot.proofs', 'bot.bookings', 'bot.subscriptions'] as const)
      await db.deleteFrom(table).execute();
  });

  /** Imports the demo city with some of its files changed. */
  const imports = async (changes: Record<string, (text: string) => string>) => {
    await cp('city/demo', folder, { recursive: true });
    for (const [file, change] of Object.entries(changes)) {
      const path = join(folder, file);
      await writeFile(path, change(await readFile(path, 'utf8')));
    }
    const now = bot.now;
    await importRecords({ database: bot.database, dir: folder, keyedHash: bot.hash, now });
  };
  const soldToElham = (text: string) =>
    text.replace('3-11-245-7-0-0-0,9990000107,', '3-11-245-7-0-0-0,9990000808,');
  const booked = async (citizen: { id: number; mobile: string }) => {
    await bot.sharesOwnContact(citizen);
    await bot.says(citizen.id, 'نوبت بازدید برای پایان کار');
    await bot.says(citizen.id, 'منطقه ۲، خیابان آزادی، پلاک ۹۹');
    let heard = await bot.says(citizen.id, 'اولین وقت خالی');
    const pressed: string[] = [];
    for (let i = 0; i < 4 && !/کد پیگیری/.test(heard.text); i++) {
      pressed.push(heard.actions[0] ?? 'none');
      heard = await bot.presses(citizen.id, pressed.at(-1)!);
    }
    return { ...heard, pressed };
  };
  const bookings = () =>
    bot.database.db
      .selectFrom('bot.bookings')
      .select(['citizen_id', 'tracking_code', 'status'])
      .where('status', '=', 'booked')
      .execute();

  test('an owner whose property is sold is refused at the very next message', async () => {
    await bot.sharesOwnContact(MARYAM);
    expect((await bot.says(MARYAM.id, DEBT)).text).toMatch(HERS);
    await imports({ 'ownership.csv': soldToElham });
    const { text } = await bot.says(MARYAM.id, `بدهی ${MARYAM.code}`);
    expect(text).toContain(NOT_FOUND);
    await imports({});
    expect((await bot.says(MARYAM.id, `بدهی ${MARYAM.code}`)).text).toMatch(HERS);
  });

  test('a button shown before the sale is judged after it', async () => {
    await bot.sharesOwnContact(MARYAM);
    const { actions } = await bot.says(MARYAM.id, DEBT);
    await imports({ 'ownership.csv': soldToElham });
    for (const action of actions) {
      expect((await bot.presses(MARYAM.id, action)).text).not.toMatch(/بهارستان|تومان/);
    }
    await imports({});
  });

  test('news of a property that was sold goes to its new owner alone', async () => {
    bot.passes(180);
    await bot.sharesOwnContact(MARYAM);
    expect((await bot.says(MARYAM.id, 'خبرم کن')).text).toContain('خبرتان می‌کنم');
    await imports({ 'ownership.csv': soldToElham });
    await bot.sharesOwnContact(ELHAM);
    const promised = await bot.says(ELHAM.id, `از ملک ${MARYAM.code} خبرم کن`);
    expect(promised.text).toContain('خبرتان می‌کنم');

    const before = bot.api.textsTo(MARYAM.id);
    await imports({ 'ownership.csv': soldToElham, 'bills.csv': (text) => `${text}${NEW_BILL}\n` });
    const jobs = bot.database.db as unknown as Kysely<JobTables>;
    await callForJob(jobs, 'news');
    await eventually(() => expect(bot.api.textsTo(ELHAM.id).at(-1)).toContain('۵۲۰٬۰۰۰ تومان'));
    await eventually(async () => {
      const inHand = jobs.selectFrom('bot.jobs').select('name').where('worker', 'is not', null);
      expect(await inHand.execute()).toEqual([]);
      expect(await bot.database.db.selectFrom('outbox').select('id').execute()).toEqual([]);
    });
    expect(bot.api.textsTo(MARYAM.id)).toEqual(before);
    await imports({});
  });

  test('an attorney whose mandate has ended is refused', async () => {
    await bot.sharesOwnContact(ATTORNEY);
    expect((await bot.says(ATTORNEY.id, 'بدهی 3-6-15-44-1-2')).text).toContain(NOT_FOUND);
  });

  test('a tenant sees the waste fee alone, and no name of anybody', async () => {
    await bot.sharesOwnContact(ELHAM);
    const waste = await bot.says(ELHAM.id, 'عوارض پسماند چقدره؟');
    expect(waste.text).toContain('پسماند');
    const renovation = await bot.says(ELHAM.id, 'بدهی نوسازی خونه چقدره؟');
    expect(renovation.text).not.toContain('۷۹۴');
    const { rows } = await readParties();
    for (const { text } of [waste, renovation]) {
      expect(rows.filter((name) => text.includes(name))).toEqual([]);
    }
  });
  const readParties = async () => {
    const lines = (await readFile('city/demo/parties.csv', 'utf8')).trim().split('\n').slice(1);
    return { rows: lines.map((line) => line.split(',')[1]!) };
  };

  test('another’s visit cannot be cancelled by its tracking code, nor by its button', async () => {
    const owner = { id: ++people, mobile: '09000007781' };
    const { text } = await booked(owner);
    expect(text).toContain('کد پیگیری');
    const [visit] = await bookings();
    const stranger = { id: ++people, mobile: '09000007782' };
    await bot.sharesOwnContact(stranger);
    await bot.says(stranger.id, `لغو نوبت ${visit?.tracking_code}`);
    const { actions } = await bot.says(owner.id, 'لغو نوبت');
    for (const action of actions) await bot.presses(stranger.id, action);
    expect(await bookings()).toEqual([visit]);
  });

  test('one account can keep only so many places, however often it books', async () => {
    const greedy = { id: ++people, mobile: '09000007783' };
    for (let i = 0; i < 6; i++) await booked(greedy);
    expect((await bookings()).length).toBeLessThanOrEqual(3);
  });

  test('who books and cancels in turns is refused after the tenth visit, with the day from which it goes on', async () => {
    const looping = { id: ++people, mobile: '09000007786' };
    const citizenId = `telegram:${looping.id}`;
    for (let i = 0; i < RULES.madePer30Days; i++) {
      const now = bot.now();
      const trackingCode = await book(bot.database.db as never, citizenId, place('x'), { now });
      await cancelBooking(bot.database.db as never, { citizenId, trackingCode, now });
    }
    await bot.sharesOwnContact(looping);
    await bot.says(looping.id, 'نوبت بازدید برای پایان کار');
    const { text, actions } = await bot.says(looping.id, 'منطقه ۲، خیابان آزادی، پلاک ۹۹');
    expect(text).toMatch(/۳۰ روز گذشته ۱۰ نوبت گرفته‌اید.*از سه‌شنبه ۱ دی ۱۴۰۵ دوباره/);
    expect(actions).toEqual(['w:my-inspections']);
    expect(await bookings()).toEqual([]);
  });

  test('the buttons that led to a visit book nothing more, for its citizen or for another', async () => {
    const citizen = { id: ++people, mobile: '09000007784' };
    const { text, pressed } = await booked(citizen);
    expect(text).toContain('کد پیگیری');
    expect(pressed.length).toBeGreaterThan(0);
    const before = await bookings();
    const stranger = { id: ++people, mobile: '09000007785' };
    await bot.sharesOwnContact(stranger);
    for (const action of pressed) {
      await bot.presses(citizen.id, action);
      await bot.presses(stranger.id, action);
    }
    expect(await bookings()).toEqual(before);
  });
});
