import { describe, expect, test } from 'vitest';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { UpstreamError } from '../../src/errors.ts';
import { say } from '../../src/wording/sentence.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  echo,
  effectsDone,
  markEffect,
  saying,
  turn,
  wording,
  wordsOf,
} from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 701;

/** Fails on messages that say so, echoes all others. */
function failingOn(word: string, error: () => Error): TakeTurn {
  return async (state, incoming) => {
    if (wordsOf(incoming).includes(word)) throw error();
    return await echo(state, incoming);
  };
}

/** It takes eight seconds of tries until the turn itself is suspected, on a crowded machine longer. */
const SUSPECTED_MS = 40_000;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test('a poison update gets an apology with an id that the log names, and the chat goes on', async () => {
    const bug = () => new TypeError('poison from "Kazemi 0012345679"');
    suite.api.says(CITIZEN, 'poison');
    suite.api.says(CITIZEN, 'hello');
    const bot = await suite.started({ takeTurn: failingOn('poison', bug) });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    const [apology, next] = suite.api.textsTo(CITIZEN);
    const id = /<code>([0-9a-f]{6})<\/code>/.exec(apology ?? '')?.[1];
    expect(id).toBeDefined();
    expect(bot.log()).toContain(`"bug":"${id}"`);
    expect(bot.log()).not.toMatch(/Kazemi|0012345679/);
    expect(next).toContain('hello');
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('a conversation whose state fails every turn begins anew at the second failure', async () => {
    const takeTurn: TakeTurn = async (state, incoming) => {
      const words = wordsOf(incoming);
      if ((state as { broken?: boolean }).broken) throw new TypeError('cannot go on from here');
      return turn([saying(words)], [], { ...state, broken: words === 'break' } as typeof state);
    };
    await suite.started({ takeTurn });
    for (const word of ['break', 'one', 'two', 'three']) suite.api.says(CITIZEN, word);
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(4));
    const isApology = suite.api.textsTo(CITIZEN).map((text) => text.includes('<code>'));
    expect(isApology).toEqual([false, true, true, false]);
  });

  test('a reply that cannot be shown is a bug with an apology, not silence', async () => {
    const tooLong = { label: say('button-debt'), action: 'x'.repeat(65) };
    suite.api.says(CITIZEN, 'hello');
    await suite.started({
      takeTurn: async (state) => turn([{ ...saying('hello'), buttons: [[tooLong]] }], [], state),
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('<code>');
  });

  test('a system that is down is answered with a sentence, and the conversation stays as it was', async () => {
    const down = () => new UpstreamError('the records do not answer');
    await suite.started({ takeTurn: failingOn('debt', down) });
    suite.api.says(CITIZEN, 'first');
    suite.api.says(CITIZEN, 'debt');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(suite.api.textsTo(CITIZEN)[1]).toBe(wording.html(say('edge-upstream-down'), 'en'));
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('an effect that fails twice is tried a third time', async () => {
    let tries = 0;
    suite.api.says(CITIZEN, 'book');
    await suite.started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        tries++;
        if (tries < 3) throw new Error('deadlock detected');
        return 'done';
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('book');
    expect(await effectsDone(suite.db, 'book')).toBe(1);
  });

  test('an effect that always fails ends in an apology, no effect, and an update that never comes again', async () => {
    let tries = 0;
    suite.api.says(CITIZEN, 'book');
    await suite.started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        tries++;
        throw new Error('no such column');
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('<code>');
    expect(tries).toBe(3);
    expect(await effectsDone(suite.db, 'book')).toBe(0);
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('without a database nothing is promised: the citizen is answered when it is back', async () => {
    let isDown = true;
    suite.api.says(CITIZEN, 'book');
    const bot = await suite.started({
      performEffect: async (tx, effect) => {
        if (isDown) throw new UpstreamError('the database did not answer');
        return await markEffect(tx, effect);
      },
    });
    await eventually(() => expect(bot.healthy()).toMatchObject({ ok: false }));
    expect(suite.api.sent).toEqual([]);
    expect(suite.api.unconfirmed()).toHaveLength(1);
    isDown = false;
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('book');
    expect(bot.healthy()).toEqual({ ok: true });
  });

  test('a turn that alone fails in the database is given up in the end, so that it holds up nobody', async () => {
    suite.api.says(CITIZEN, 'huge');
    const bot = await suite.started({
      performEffect: async () => {
        throw new UpstreamError('the statement took too long');
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1), SUSPECTED_MS);
    expect(suite.api.textsTo(CITIZEN)[0]).toBe(wording.html(say('edge-upstream-down'), 'fa'));
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    expect(bot.healthy()).toEqual({ ok: true });
  }, 60_000);

  test('a database that is back just when the turn itself is suspected gives the answer, no apology', async () => {
    let failures = 0;
    suite.api.says(CITIZEN, 'book');
    await suite.started({
      performEffect: async (tx, effect) => {
        if (++failures <= 6) throw new UpstreamError('the database did not answer');
        return await markEffect(tx, effect);
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1), SUSPECTED_MS);
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('book');
    expect(await effectsDone(suite.db, 'book')).toBe(1);
  }, 60_000);

  test('a turn that takes long shows typing, a quick one does not', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const typing = () => suite.api.calls.filter(({ method }) => method === 'sendChatAction');
    await suite.started({
      takeTurn: async (state, incoming) => {
        if (wordsOf(incoming) === 'long') await promise;
        return await echo(state, incoming);
      },
    });
    suite.api.says(CITIZEN, 'quick');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    suite.api.says(CITIZEN + 1, 'long');
    await eventually(() => expect(typing()).toHaveLength(1));
    resolve();
    await eventually(() => expect(suite.api.textsTo(CITIZEN + 1)).toHaveLength(1));
    expect(typing().map(({ payload }) => payload)).toEqual([
      { chat_id: CITIZEN + 1, action: 'typing' },
    ]);
  });
});
