import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Input, Turn } from '../../src/dialogue/turn.ts';
import { UpstreamError } from '../../src/errors.ts';
import type { Tables } from '../../src/tables.ts';
import { forget } from '../conversations/forget.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { mobileOf, START } from '../conversations/transcript.ts';
import { testDatabases } from '../helpers/database.ts';

const CITIZEN = 9003;
const ADDRESS = 'خیابان مهدیه، کوچه لاله، پلاک ۱۲';

describe.each(testDatabases())(
  'a message of a form while the records are down, on $name',
  ({ open }) => {
    let database: Database<Tables>;
    let talk: Talk;
    beforeAll(async () => {
      database = await open<Tables>();
      await loadDemoCity(database);
    });
    beforeEach(async () => {
      await forget(database);
      talk = await startTalk(database);
      await does({ kind: 'contact', own: true, phone: mobileOf(CITIZEN) });
      await says('نوبت بازدید برای پایان کار میخوام، پرونده نداره');
      talk.records.down = true;
    });
    afterAll(() => database?.close());

    const does = (input: Input): Promise<Turn> => talk.hears(CITIZEN, input, START);
    const says = (text: string) => does({ kind: 'text', text });
    const keysOf = ({ replies }: Pick<Turn, 'replies'>) =>
      replies.flatMap(({ lines }) => lines.map(({ key }) => key));
    const passes = async () =>
      (await talk.passes(START)).flatMap(({ reply }) => keysOf({ replies: [reply] }));
    const kept = async () =>
      (await sql`select wish from bot.kept_questions`.execute(database.db)).rows;

    test('is kept as it came, and changes nothing yet', async () => {
      const before = talk.state(CITIZEN);
      const turn = await says(ADDRESS);
      expect(turn.outcome).toBe('upstream-down');
      expect(await kept()).toEqual([{ wish: { step: { kind: 'text', text: ADDRESS } } }]);
      expect(turn.state.form).toEqual(before.form);
    });

    test('is taken once, when the records are back', async () => {
      await says(ADDRESS);
      expect(await passes()).toEqual([]);
      talk.records.down = false;
      expect(await passes()).toContain('step-resumed');
      expect(talk.state(CITIZEN).form?.address).toBe(ADDRESS);
      expect(talk.state(CITIZEN).keptStep).toBeUndefined();
      expect(await passes()).toEqual([]);
      expect(await kept()).toEqual([]);
    });

    test('stays kept when the records go down again in its own turn', async () => {
      await says(ADDRESS);
      const { id, step } = talk.state(CITIZEN).keptStep!;
      const again = does({ kind: 'resume-step', id, step, expired: false });
      await expect(again).rejects.toThrow(UpstreamError);
      expect(await kept()).toHaveLength(1);
    });

    test('gives way to a later one', async () => {
      await says(ADDRESS);
      await says(`${ADDRESS} واحد ۳`);
      expect(await kept()).toMatchObject([{ wish: { step: { text: `${ADDRESS} واحد ۳` } } }]);
      talk.records.down = false;
      expect(keysOf(await does({ kind: 'command', name: 'help', payload: '' }))[0]).toBe(
        'step-dropped',
      );
      expect(await passes()).toEqual([]);
    });

    test('said again is the same message', async () => {
      await says(ADDRESS);
      const { id } = talk.state(CITIZEN).keptStep!;
      expect(keysOf(await says(ADDRESS))).toEqual(['step-kept']);
      expect(talk.state(CITIZEN).keptStep?.id).toBe(id);
      talk.records.down = false;
      expect(keysOf(await says(ADDRESS))).not.toContain('step-dropped');
      expect(await passes()).toEqual([]);
    });

    test('takes the place of a question that waited, and says so', async () => {
      await says('بدهی ۳-۱۱-۲۴۵-۷');
      expect(talk.state(CITIZEN).kept).toBeDefined();
      expect(keysOf(await says(ADDRESS))).toEqual(['step-kept-instead']);
      expect(await kept()).toHaveLength(1);
      talk.records.down = false;
      expect(await passes()).not.toContain('question-resumed');
    });

    test('is dropped by its own button, and by no older one', async () => {
      await says(ADDRESS);
      const { id } = talk.state(CITIZEN).keptStep!;
      expect(keysOf(await does({ kind: 'press', action: 'dq:ffff' }))).toContain('question-gone');
      expect(await kept()).toHaveLength(1);
      expect(keysOf(await does({ kind: 'press', action: `dq:${id}` }))).toEqual([
        'step-dropped',
        'booking-paused',
      ]);
      expect(await kept()).toEqual([]);
    });

    test('is never kept with a national id or a mobile in it', async () => {
      await expect(says(`${ADDRESS} کد ملی ۹۹۹۰۰۰۰۱۰۷`)).rejects.toThrow(UpstreamError);
      expect(await kept()).toEqual([]);
    });

    test('goes with all else when the citizen erases their data', async () => {
      await says(ADDRESS);
      await does({ kind: 'press', action: 'erase-yes' });
      expect(await kept()).toEqual([]);
      expect(talk.state(CITIZEN).keptStep).toBeUndefined();
    });
  },
);
