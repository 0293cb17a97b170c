import { describe, expect, test } from 'vitest';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { testDatabases } from '../helpers/database.ts';
import { echo, effectsDone, saying, turn, wordsOf } from '../helpers/edge-bot.ts';
import { edgeProcessSuite } from '../helpers/edge-process-suite.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 1301;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test('a turn that throws is tried three times, then its update is set aside by number and kind alone', async () => {
    let tries = 0;
    const takeTurn: TakeTurn = async (state, incoming) => {
      if (wordsOf(incoming) !== 'poison') return echo(state, incoming);
      tries++;
      throw new TypeError('a bug');
    };
    const poison = suite.api.says(CITIZEN, 'poison');
    suite.api.says(CITIZEN, 'hello');
    const bot = await suite.started({ takeTurn });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(tries).toBe(3);
    const [apology, next] = suite.api.textsTo(CITIZEN);
    const errorId = /<code>([0-9a-f]{6})<\/code>/.exec(apology ?? '')?.[1];
    expect(next).toContain('hello');
    expect(bot.log()).toContain(`"bug":"${errorId}"`);
    const aside = suite.db.selectFrom('bot.set_aside').select(['update_id', 'kind', 'error_id']);
    expect(await aside.where('bot_id', '=', suite.api.botId).execute()).toEqual([
      { update_id: poison, kind: 'message', error_id: errorId },
    ]);
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('a turn that throws once is taken again, and nobody hears of it', async () => {
    let tries = 0;
    suite.api.says(CITIZEN, 'shaky');
    await suite.started({
      takeTurn: async (state, incoming) => {
        if (++tries === 1) throw new TypeError('a bug');
        return echo(state, incoming);
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('shaky');
  });
});

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test.each([
    ['a null character', 'a\u0000b'],
    ['half a character', 'a\ud800b'],
  ])(
    'a turn that would keep %s is set aside with an apology; all who wrote beside it are answered',
    async (_, bad) => {
      const takeTurn: TakeTurn = async (state, incoming) => {
        const words = wordsOf(incoming);
        if (words !== 'poison') return turn([saying(words)], [], state);
        return turn([saying('never said')], [], { ...state, kept: bad } as never);
      };
      const neighbours = Array.from({ length: 20 }, (_each, n) => 3_000 + n);
      const poison = suite.api.says(CITIZEN, 'poison');
      for (const id of neighbours) suite.api.says(id, `word-${id}`);
      suite.api.says(CITIZEN, 'hello');
      await suite.started({ takeTurn });
      await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
      const [apology, next] = suite.api.textsTo(CITIZEN);
      expect(apology).toMatch(/<code>[0-9a-f]{6}<\/code>/);
      expect(next).toContain('hello');
      const aside = suite.db.selectFrom('bot.set_aside').select('update_id');
      expect(await aside.where('bot_id', '=', suite.api.botId).execute()).toEqual([
        { update_id: poison },
      ]);
      for (const id of neighbours) {
        await eventually(() => expect(suite.api.textsTo(id)).toHaveLength(1));
        expect(suite.api.textsTo(id)[0]).toContain(`word-${id}`);
      }
    },
  );
});

describe('an update that kills its process', () => {
  const suite = edgeProcessSuite();

  test('is set aside with an apology after one death among others and five alone; all who wrote beside it are answered', async () => {
    const neighbours = Array.from({ length: 20 }, (_, n) => 2_000 + n);
    const poison = suite.api.says(CITIZEN, 'deadly');
    for (const id of neighbours) suite.api.says(id, `word-${id}`);
    suite.api.says(CITIZEN, 'hello');
    let deaths = 0;
    do {
      const child = suite.startProcess('die-of-deadly');
      const dead = child.ended().then(() => 'dead');
      // A new process each time, which waits until the last one counts as dead.
      const answered = eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2), 60_000);
      const outcome = await Promise.race([dead, answered.then(() => 'answered')]);
      // The waiting of this round is given up with its process.
      answered.catch(() => {});
      if (outcome === 'answered') break;
    } while (++deaths < 8);
    expect(deaths).toBe(6);
    const [apology, next] = suite.api.textsTo(CITIZEN);
    expect(apology).toMatch(/<code>[0-9a-f]{6}<\/code>/);
    expect(next).toContain('hello');
    const aside = suite.db.selectFrom('bot.set_aside').select(['update_id', 'kind']);
    expect(await aside.execute()).toEqual([{ update_id: poison, kind: 'message' }]);
    for (const id of neighbours) {
      // What was being sent when the process died may come twice.
      await eventually(() => expect(new Set(suite.api.textsTo(id)).size).toBe(1));
      expect(await effectsDone(suite.db, `word-${id}`)).toBe(1);
    }
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  }, 90_000);
});
