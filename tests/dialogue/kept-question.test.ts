import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { isSameQuestion } from '../../src/dialogue/kept-question.ts';
import type { Turn } from '../../src/dialogue/turn.ts';
import type { Tables } from '../../src/tables.ts';
import { forget } from '../conversations/forget.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { mobileOf, START } from '../conversations/transcript.ts';
import { testDatabases } from '../helpers/database.ts';

const MARYAM = 9001;
const SAEED = 9002;

describe('the same question', () => {
  test('tells all that was told before, and perhaps more', () => {
    const debt = { intent: 'debt' } as const;
    expect(isSameQuestion(debt, { ...debt, code: '1-1-1-1' })).toBe(true);
    expect(isSameQuestion({ ...debt, code: '1-1-1-1' }, debt)).toBe(false);
    expect(isSameQuestion(debt, { intent: 'payment' })).toBe(false);
    expect(isSameQuestion({ ...debt, account: 'waste' }, { ...debt, account: 'guild' })).toBe(
      false,
    );
  });
});

describe.each(testDatabases())(
  'a question asked while the records are down, on $name',
  ({ open }) => {
    let database: Database<Tables>;
    let talk: Talk;
    let now: Date;
    beforeAll(async () => {
      database = await open<Tables>();
      await loadDemoCity(database);
    });
    beforeEach(async () => {
      await forget(database);
      talk = await startTalk(database);
      now = START;
    });
    afterAll(() => database.close());

    const says = (citizen: number, text: string): Promise<Turn> =>
      talk.hears(citizen, { kind: 'text', text }, now);
    const shares = (citizen: number): Promise<Turn> =>
      talk.hears(citizen, { kind: 'contact', own: true, phone: mobileOf(citizen) }, now);
    const keysOf = (replies: Turn['replies']) =>
      replies.flatMap(({ lines }) => lines.map(({ key }) => key));
    const comes = async () => keysOf((await talk.passes(now)).map(({ reply }) => reply));
    const kept = async () =>
      (await database.db.selectFrom('bot.kept_questions').select('wish').execute()).length;

    test('comes with the words that say so, or is not said to be kept', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      const { outcome, replies } = await says(MARYAM, 'بدهی ملکم چقدره');
      expect({ outcome, keys: keysOf(replies) }).toEqual({
        outcome: 'upstream-down',
        keys: ['upstream-down'],
      });
      expect(await kept()).toBe(1);
    });

    test('is not answered a second time when the citizen asked again and was answered', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره');
      talk.records.down = false;
      expect(keysOf((await says(MARYAM, 'بدهی ملکم چقدره')).replies)).toContain('debt-total');
      expect(await kept()).toBe(0);
      expect(await comes()).toEqual([]);
    });

    test('stays kept while the second asking only leads to a question back', async () => {
      await shares(SAEED);
      talk.records.down = true;
      await says(SAEED, 'بدهی ملکم چقدره');
      talk.records.down = false;
      const { outcome, replies } = await says(SAEED, 'بدهی ملکم چقدره');
      expect(outcome).toBe('asked');
      expect(await kept()).toBe(1);
      const action = replies[0]?.buttons?.[0]?.[0];
      if (!action || !('action' in action)) throw new Error('there is no property to choose');
      await talk.hears(SAEED, { kind: 'press', action: action.action }, now);
      expect(await kept()).toBe(0);
    });

    test('does not cost the number that was proven in the same turn', async () => {
      await says(MARYAM, 'بدهی ملکم چقدره');
      talk.records.down = true;
      expect(keysOf((await shares(MARYAM)).replies)).toEqual(['contact-thanks', 'upstream-down']);
      talk.records.down = false;
      expect(await comes()).toEqual(expect.arrayContaining(['question-resumed', 'debt-total']));
    });

    test('brings the second wish of the same message with it', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره و مفاصا حساب هم میخوام');
      talk.records.down = false;
      const keys = await comes();
      expect(keys).toEqual(
        expect.arrayContaining(['question-resumed', 'debt-total', 'clearance-owed']),
      );
      expect(await comes()).toEqual([]);
    });

    test('leaves a booking in progress as it is when its answer comes', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره');
      talk.records.down = false;
      await says(MARYAM, 'نوبت بازدید میخوام');
      const { form } = talk.state(MARYAM);
      expect(form).toBeDefined();
      expect(await comes()).toContain('debt-total');
      expect(talk.state(MARYAM).form).toEqual(form);
    });

    test('ends kindly after a day, once, and can be asked again with one press', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره');
      now = new Date(START.getTime() + 24 * 3_600_000);
      expect(await comes()).toEqual(['question-expired']);
      expect(await comes()).toEqual([]);
      talk.records.down = false;
      const again = await talk.hears(MARYAM, { kind: 'press', action: 'retry' }, now);
      expect(keysOf(again.replies)).toContain('debt-total');
    });

    test("can't be dropped by anybody else's button, nor by an older one", async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره');
      const { id } = talk.state(MARYAM).kept ?? { id: '' };
      const press = { kind: 'press', action: `dq:${id}` } as const;
      expect(keysOf((await talk.hears(SAEED, press, now)).replies)).toContain('question-gone');
      await talk.hears(MARYAM, { kind: 'press', action: 'dq:00000000' }, now);
      expect(await kept()).toBe(1);
      await talk.hears(MARYAM, press, now);
      expect(await kept()).toBe(0);
    });

    test('can be dropped in words', async () => {
      await shares(MARYAM);
      talk.records.down = true;
      await says(MARYAM, 'بدهی ملکم چقدره');
      expect(keysOf((await says(MARYAM, 'لغو')).replies)).toEqual(['question-dropped']);
      expect(await kept()).toBe(0);
    });
  },
);
