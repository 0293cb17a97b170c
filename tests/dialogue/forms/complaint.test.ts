import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LONGEST_COMPLAINT } from '../../../src/complaints/complaint.ts';
import type { Database } from '../../../src/database/database.ts';
import type { Tables } from '../../../src/tables.ts';
import { loadDemoCity, startTalk, type Talk } from '../../conversations/talk.ts';
import { testDatabases } from '../../helpers/database.ts';
import { NOW, speaker } from './speaker.ts';

const STORY = 'چراغ کوچه لاله در خیابان مهدیه یک ماه است که خاموش است، رسیدگی کنید';
/** Of the demo city's citizen 9006. */
const REQUEST = '1405123456';

describe.each(testDatabases())('a complaint on $name', ({ open }) => {
  let database: Database<Tables>;
  let talk: Talk;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
    talk = await startTalk(database);
  });
  afterAll(() => database?.close());

  it('is filed with all that was told in the first sentence, once the number is proven', async () => {
    const citizen = speaker(talk);
    expect(await citizen.says(STORY)).toContain('شماره همراهتان');
    await citizen.provesMobile();
    await citizen.presses('ثبت کن');
    expect(await citizen.complaints(database)).toMatchObject([
      { about: 'urban', district: 2, text: STORY, photo: null, request_no: null },
    ]);
    expect(citizen.form()).toBeUndefined();
  });

  it('pressed twice at the same moment is one complaint, and both presses show its number', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says(STORY);
    const [one, other] = await Promise.all([citizen.presses('ثبت کن'), citizen.presses('ثبت کن')]);
    const [filed, ...more] = await citizen.complaints(database);
    expect(more).toEqual([]);
    expect(one).toContain(filed?.number);
    expect(other).toContain(filed?.number);
  });

  it('is not filed before the number is proven, whatever is pressed', async () => {
    const citizen = speaker(talk);
    await citizen.says(STORY);
    const form = citizen.form();
    const action = `cf:${form?.kind === 'complaint' ? form.draftId : ''}`;
    const { replies } = await citizen.does({ kind: 'press', action });
    expect(replies[0]?.keyboard?.kind).toBe('ask-contact');
    expect(await citizen.complaints(database)).toEqual([]);
  });

  it('keeps a text of up to a thousand characters as it was written', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says('از همسایه شکایت دارم');
    const text = `<b>${'دیوار ما ترک خورده و '.repeat(60)}`.slice(0, LONGEST_COMPLAINT).trim();
    await citizen.says(text);
    await citizen.presses('نمی‌دانم');
    await citizen.says('بله');
    expect(await citizen.complaints(database)).toMatchObject([{ text, district: null }]);
  });

  it('tells how long a longer text is, and loses nothing of what was there', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says(STORY);
    const answer = await citizen.says('دیوار ما ترک خورده است. '.repeat(60));
    expect(answer).toContain('۱٬۰۰۰ نویسه');
    expect(citizen.form()).toMatchObject({ text: STORY });
  });

  it('takes one picture, the last; its words tell the story where there is none yet', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.does({ kind: 'photo', fileId: 'first', caption: STORY });
    expect(citizen.form()).toMatchObject({ kind: 'complaint', photo: 'first', text: STORY });
    await citizen.does({ kind: 'photo', fileId: 'second' });
    await citizen.says('بله');
    expect(await citizen.complaints(database)).toMatchObject([{ photo: 'second' }]);
  });

  it('takes a pin, which tells the district', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says('آسفالت کوچه ما بعد از کندن لوله درست نشده و چاله است');
    await citizen.does({ kind: 'location', lat: 34.6259, lon: 49.2857 });
    expect(citizen.form()).toMatchObject({ location: { lat: 34.6259, lon: 49.2857 }, district: 2 });
  });

  it.each([
    ['۴', 4],
    ['منطقه سه', 3],
    ['خیابان مهدیه، پلاک ۷', 2],
    ['نمی‌دانم', null],
  ])('takes a district written as %j', async (written, district) => {
    const citizen = speaker(talk);
    await citizen.says('آسفالت کوچه ما بعد از کندن لوله درست نشده و چاله است');
    await citizen.says(written);
    expect(citizen.form()).toMatchObject({ district });
  });

  it('asks for the district in three rows at most, however many there are', async () => {
    const large = await startTalk(database);
    large.records.districts = async () =>
      Array.from({ length: 22 }, (_, i) => ({ district: i + 1, name: `منطقه ${i + 1}` }));
    const citizen = speaker(large);
    const { replies } = await citizen.does({
      kind: 'text',
      text: 'آسفالت کوچه ما بعد از کندن لوله درست نشده و چاله است',
    });
    const buttons = replies[0]?.buttons ?? [];
    expect(buttons).toHaveLength(3);
    const labels = buttons.flat().map(({ label }) => label.key);
    expect(labels.slice(-2)).toEqual(['button-unknown', 'button-cancel-complaint']);
    await citizen.says('منطقه ۱۹');
    expect(citizen.form()).toMatchObject({ district: 19 });
  });

  it("carries the citizen's own request, and nobody else's", async () => {
    const own = speaker(talk, 9006);
    await own.provesMobile();
    await own.says(`از تأخیر درخواست ${REQUEST} شکایت دارم`);
    expect(own.form()).toMatchObject({ about: 'delay', requestNo: REQUEST, district: 4 });
    const other = speaker(talk);
    await other.provesMobile();
    await other.says(`از تأخیر درخواست ${REQUEST} شکایت دارم`);
    expect(other.form()).toMatchObject({ requestNo: null });
    expect(other.form()).not.toHaveProperty('district');
  });

  it('is not taken for a wish because it names a permit or a visit', async () => {
    const citizen = speaker(talk);
    await citizen.says('شکایت دارم');
    await citizen.presses('رفتار کارکنان');
    const told = 'مأمور بازدید برای پایان کار ملکم آمد و با مادرم بد حرف زد و گزارش را ننوشت';
    await citizen.says(told);
    expect(citizen.form()).toMatchObject({ text: told });
  });

  it.each([
    'چی؟',
    'یعنی چی اینا رو نمیفهمم',
    'خب سلام خسته نباشید',
    'خفه شو بابا',
    '😡😡😡😡😡😡😡😡😡😡',
  ])('does not take %j for its text, and asks again', async (unclear) => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says('از همسایه شکایت دارم');
    expect(await citizen.says(unclear)).toContain('ماجرا را در یک پیام بنویسید');
    expect(citizen.form()).toMatchObject({ text: null });
  });

  it('adds nothing to its text that tells nothing', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says(STORY);
    expect(await citizen.says('یعنی چی؟')).toContain('ثبت کنم؟');
    expect(citizen.form()).toMatchObject({ text: STORY });
  });

  it.each(['نه بذار عوض کنم', 'تغییر', 'میخوام دوباره بنویسم'])(
    'lets its text be told anew after %j',
    async (words) => {
      const citizen = speaker(talk);
      await citizen.provesMobile();
      await citizen.says(STORY);
      await citizen.says(words);
      expect(citizen.form()).toMatchObject({ text: null });
    },
  );

  it("is not acted on by an earlier draft's buttons", async () => {
    const citizen = speaker(talk);
    await citizen.says('شکایت دارم');
    const form = citizen.form();
    const draftId = form?.kind === 'complaint' ? form.draftId : '';
    await citizen.says('انصراف');
    await citizen.says('شکایت دارم');
    await citizen.does({ kind: 'press', action: `ca:${draftId}:urban` });
    expect(citizen.form()).toMatchObject({ about: null });
  });

  it.each(['ca:zz:urban', 'ca:0123456789:murder', 'cd:0123456789:9999', 'cf:', 'cr:x'])(
    'is left alone by the forged button %s',
    async (action) => {
      const citizen = speaker(talk);
      await citizen.says('شکایت دارم');
      const before = citizen.form();
      await citizen.does({ kind: 'press', action });
      expect(citizen.form()).toMatchObject({ ...before });
      expect(await citizen.complaints(database)).toEqual([]);
    },
  );

  it('waits while something else is asked, and does not take the answer to that for its own', async () => {
    const citizen = speaker(talk, 9002);
    await citizen.provesMobile();
    await citizen.says('از همسایه شکایت دارم');
    expect(await citizen.says('بدهی ملکم چقدر است؟')).not.toContain('برگردیم به شکایت؟');
    expect(await citizen.says('ارم')).toContain('برگردیم به شکایت؟');
    expect(citizen.form()).toMatchObject({ text: null, parked: true });
    await citizen.presses('بله، برگردیم');
    expect(citizen.form()).not.toHaveProperty('parked');
  });

  it.each(['انصراف', 'بی‌خیال', 'کنسل'])('ends with %j, and nothing is filed', async (word) => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says(STORY);
    await citizen.says(word);
    expect(citizen.form()).toBeUndefined();
    expect(await citizen.complaints(database)).toEqual([]);
  });

  it('keeps what is told while the records are down, and takes it by itself', async () => {
    const citizen = speaker(talk);
    await citizen.provesMobile();
    await citizen.says('شکایت دارم');
    await citizen.presses('مشکل شهری');
    talk.records.down = true;
    const answer = await citizen.says(STORY);
    talk.records.down = false;
    expect(answer).toContain('پیامتان را نگه داشتم');
    expect(citizen.form()).toMatchObject({ text: null });
    await talk.passes(NOW);
    expect(citizen.form()).toMatchObject({ text: STORY, district: 2 });
  });
});
