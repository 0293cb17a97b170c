import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import type { Tables } from '../../../src/tables.ts';
import { loadDemoCity, startTalk, type Talk } from '../../conversations/talk.ts';
import { testDatabases } from '../../helpers/database.ts';
import { NOW, speaker } from './speaker.ts';

const RIGHT = { number: '3-1405-221', code: '3-6-88-12-1', day: '1405/03/10' };
const sentence = ({ number, code, day }: typeof RIGHT) =>
  `گواهی ${number} با کد ${code} به تاریخ ${day} اصله؟`;

describe.each(testDatabases())('a certificate to be checked on $name', ({ open }) => {
  let database: Database<Tables>;
  let talk: Talk;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
    talk = await startTalk(database);
  });
  afterAll(() => database?.close());

  it('is confirmed to a stranger without any proof, and without owner or address', async () => {
    const answer = await speaker(talk).says(sentence(RIGHT));
    expect(answer).toContain('پایان‌کار شماره 3-1405-221 به تاریخ ۱۰ خرداد ۱۴۰۵');
    expect(answer).toContain('معتبر');
    expect(answer).not.toMatch(/شکوفه|ارغوان|پلاک|پروین|نیک/);
  });

  it('that is wrong in one of the three, or in all, is answered with one and the same text', async () => {
    const wrong = [
      { ...RIGHT, number: '3-1405-222' },
      { ...RIGHT, code: '3-6-88-12-2' },
      { ...RIGHT, day: '1405/03/11' },
      { number: '9-1399-1', code: '9-9-99-9', day: '1399/01/01' },
      // A certificate of another property.
      { ...RIGHT, number: '3-1392-871' },
    ];
    const answers = new Set<string>();
    const effects = new Set<string>();
    for (const asked of wrong) {
      const turn = await speaker(talk).does({ kind: 'text', text: sentence(asked) });
      answers.add(JSON.stringify(turn.replies));
      effects.add(JSON.stringify(turn.effects.map(({ kind }) => kind)));
      expect(turn.outcome).toBe('not-confirmed');
    }
    expect(answers.size).toBe(1);
    expect([...effects]).toEqual([JSON.stringify(['audit', 'count-miss'])]);
  });

  it('is looked up no more after five misses, not even with the right three', async () => {
    const guesser = speaker(talk);
    for (let n = 1; n <= 5; n++) await guesser.says(sentence({ ...RIGHT, number: `3-1405-${n}` }));
    const turn = await guesser.does({ kind: 'text', text: sentence(RIGHT) });
    expect(turn.outcome).toBe('cooling-down');
    expect(turn.effects).toEqual([]);
  });

  it('is asked for the one thing that is missing', async () => {
    const citizen = speaker(talk);
    const asked = await citizen.says(`گواهی ${RIGHT.number} اصله؟ تاریخش ${RIGHT.day} است`);
    expect(asked).toContain('کد نوسازی نوشته‌شده');
    expect(await citizen.says(RIGHT.code)).toContain('معتبر');
  });

  it('is not given a day that is still to come: it was said without its year', async () => {
    const citizen = speaker(talk);
    await citizen.says(`گواهی ${RIGHT.number} اصله؟ کدش ${RIGHT.code}`);
    expect(await citizen.says('۱۰ دی')).toContain('با سال بنویسید');
    expect(citizen.form()).toMatchObject({ issuedOn: null });
  });

  it('may be told anew before the last of the three', async () => {
    const citizen = speaker(talk);
    await citizen.says(`گواهی 3-1405-222 اصله؟ کدش ${RIGHT.code}`);
    await citizen.says(RIGHT.number);
    expect(await citizen.says(RIGHT.day)).toContain('معتبر');
  });

  it('waits with what was told while something else is asked', async () => {
    const citizen = speaker(talk);
    await citizen.says(`گواهی ${RIGHT.number} اصله؟`);
    const answer = await citizen.says('مدارک پایان کار چیه؟');
    expect(answer).toContain('سند مالکیت');
    expect(answer).toContain('برگردیم به اصالت گواهی؟');
    await citizen.says('بله');
    expect(await citizen.says(`${RIGHT.code} ${RIGHT.day}`)).toContain('معتبر');
  });

  it('is kept while the records are down, and counts no miss', async () => {
    const citizen = speaker(talk);
    await citizen.says(`گواهی ${RIGHT.number} اصله؟ کدش ${RIGHT.code}`);
    talk.records.down = true;
    const turn = await citizen.does({ kind: 'text', text: RIGHT.day });
    talk.records.down = false;
    expect(turn.outcome).toBe('upstream-down');
    expect(turn.effects.map(({ kind }) => kind)).toEqual(['keep-step']);
    const [unasked] = await talk.passes(NOW);
    expect(unasked?.reply.lines.map(({ key }) => key)).toContain('verify-valid');
  });
});
