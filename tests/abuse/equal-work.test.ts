import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { countMiss } from '../../src/identity/effects.ts';
import type { Tables } from '../../src/tables.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { START } from '../conversations/transcript.ts';
import { testDatabases } from '../helpers/database.ts';
import { notingQueries } from '../helpers/noting-queries.ts';

/** Maryam's, who is 9001 in the demo city; the strangers' mobile is on no file. */
const HERS = '3-11-245-7';
const STRANGERS_MOBILE = '+989000001003';

describe.each(testDatabases())('strangers’ questions on $name', ({ open }) => {
  let database: Database<Tables>;
  let talk: Talk;
  const noted: string[] = [];
  let people = 700_000;
  beforeAll(async () => {
    database = await open<Tables>();
    await loadDemoCity(database);
    talk = await startTalk(notingQueries(database, noted));
  });
  beforeEach(() => database.db.deleteFrom('bot.misses').execute());
  afterAll(() => database?.close());

  const hears = (id: number, text: string) => talk.hears(id, { kind: 'text', text }, START);
  const stranger = async () => {
    const id = ++people;
    await talk.hears(id, { kind: 'contact', own: true, phone: STRANGERS_MOBILE }, START);
    // Of several accounts with one mobile the later ones are asked for the national id.
    await database.db
      .deleteFrom('bot.proofs')
      .where('citizen_id', '<>', `telegram:${id}`)
      .execute();
    await hears(id, 'سلام');
    return id;
  };
  /** The statements one question of somebody new leads to, reading and writing. */
  const asked = async (text: string) => {
    const id = await stranger();
    noted.length = 0;
    const turn = await hears(id, text);
    return { statements: [...noted], turn };
  };

  test.each([
    ['code', `بدهی ${HERS}`, 'بدهی 3-99-999-9'],
    ['request number', 'پیگیری پرونده ۱۴۰۵۰۱۲۳۴', 'پیگیری پرونده ۱۴۰۵۹۹۹۹۹'],
    [
      'certificate',
      'اصالت گواهی شماره 3-1392-871 کد 3-11-245-7 تاریخ ۱۳۹۲/۰۹/۰۶',
      'اصالت گواهی شماره 9-1392-871 کد 3-99-999-9 تاریخ ۱۳۹۲/۰۹/۰۵',
    ],
  ])(
    'a %s that is another’s and one that is nobody’s take the same statements',
    async (_what, hers, nobodys) => {
      const [one, other] = [await asked(hers), await asked(nobodys)];
      expect(one.statements.length).toBeGreaterThan(2);
      expect(one.statements).toEqual(other.statements);
      expect(one.turn.effects.map(({ kind }) => kind)).toEqual(
        other.turn.effects.map(({ kind }) => kind),
      );
      expect(one.turn.replies).toEqual(other.turn.replies);
    },
  );

  test('the same holds while somebody guesses from many accounts', async () => {
    for (let i = 0; i < 200; i++) {
      const miss = { citizenId: `guesser:${i}`, what: 'code' as const, now: START };
      await countMiss(database.db as never, miss);
    }
    const statements = async (code: string) => {
      const id = await stranger();
      for (let i = 0; i < 2; i++) await hears(id, `بدهی 3-88-${i}-1`);
      noted.length = 0;
      await hears(id, `بدهی ${code}`);
      return [...noted];
    };
    expect(await statements(HERS)).toEqual(await statements('3-99-999-9'));
  });
});
