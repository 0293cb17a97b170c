import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { testDatabases } from '../helpers/database.ts';
import { saying, turn, wordsOf } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 601;

/** Turns that end only when the test says so, and which of them have begun. */
function heldTurns() {
  const begun: string[] = [];
  const held = new Map<string, () => void>();
  const takeTurn: TakeTurn = async (state, incoming) => {
    const words = wordsOf(incoming);
    begun.push(words);
    if (words.startsWith('held')) await new Promise<void>((resolve) => held.set(words, resolve));
    return turn([saying(`<${words}>`)], [], state);
  };
  return { begun, takeTurn, release: (words: string) => held.get(words)?.() };
}

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test('a message and a press of one person are taken in the order they came', async () => {
    const turns = heldTurns();
    suite.api.says(CITIZEN, 'held message');
    suite.api.presses(CITIZEN, 'press');
    suite.api.says(CITIZEN + 1, 'neighbour');
    await suite.started({ takeTurn: turns.takeTurn });
    await eventually(() => expect(suite.api.textsTo(CITIZEN + 1)).toHaveLength(1));
    expect(turns.begun).toEqual(['held message', 'neighbour']);
    turns.release('held message');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(/message.*press/s);
  });

  test("two people don't wait for each other", async () => {
    const turns = heldTurns();
    await suite.started({ takeTurn: turns.takeTurn });
    suite.api.says(CITIZEN, 'held one');
    suite.api.says(CITIZEN + 1, 'held two');
    await eventually(() => expect(turns.begun.toSorted()).toEqual(['held one', 'held two']));
    turns.release('held two');
    await eventually(() => expect(suite.api.textsTo(CITIZEN + 1)).toHaveLength(1));
    expect(suite.api.textsTo(CITIZEN)).toEqual([]);
    turns.release('held one');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
  });

  test('a hundred people with three messages each get three answers each, in order', async () => {
    await suite.started();
    const people = Array.from({ length: 100 }, (_, n) => 1000 + n);
    for (const word of ['one', 'two', 'three']) {
      for (const id of people) suite.api.says(id, `${word}-${id}`);
    }
    await eventually(() => expect(suite.api.sent).toHaveLength(300));
    for (const id of people) {
      expect(suite.api.textsTo(id).join()).toMatch(/one.*two.*three/s);
    }
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });

  test('each message finds the state that the one before it left', async () => {
    const counted: TakeTurn = async (state, incoming) => {
      const met = Number((state as { count?: number }).count ?? 0) + 1;
      const next = { ...state, count: met };
      return turn([saying(`${wordsOf(incoming)} is number ${met}`)], [], next);
    };
    await suite.started({ takeTurn: counted });
    for (const word of ['a', 'b', 'c']) suite.api.says(CITIZEN, word);
    suite.api.presses(CITIZEN, 'd');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(4));
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(
      /a is number 1.*b is.* 2.*c is.* 3.*d is.* 4/s,
    );
  });
});

describe('behind a message that nothing comes of', () => {
  const suite = edgeSuite(testDatabases()[0]!);

  test('the next one has a time of its own, however long it waited', async () => {
    const takeTurn: TakeTurn = async (state, incoming) => {
      const words = wordsOf(incoming);
      await (words === 'endless' ? new Promise(() => {}) : setTimeout(50));
      return turn([saying(words)], [], state);
    };
    suite.api.says(CITIZEN, 'endless');
    suite.api.says(CITIZEN, 'brief');
    await suite.started({ takeTurn });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(suite.api.textsTo(CITIZEN)[1]).toContain('brief');
  });
});
