import { describe, expect, test } from 'vitest';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { type ApiCall, refusal } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { saying, turn, wordsOf } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 801;
const NEIGHBOUR = 802;

/** Three messages to every message. */
const threefold: TakeTurn = async (state, incoming) =>
  turn(
    ['a', 'b', 'c'].map((letter) => saying(`${wordsOf(incoming)}-${letter}`)),
    [],
    state,
  );

/** Answers the first `times` messages to a chat with a refusal. */
function refusing(chatId: number, times: number, answer: object) {
  let left = times;
  return ({ method, payload }: ApiCall) => {
    if (method !== 'sendMessage' || payload.chat_id !== chatId || left === 0) return undefined;
    left--;
    return answer;
  };
}

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);
  const nothingWaits = () => eventually(async () => expect(await suite.messagesWaiting()).toBe(0));

  test('429 holds only the chat it was said of, and for as long as it says', async () => {
    suite.api.fault = refusing(CITIZEN, 1, refusal(429, 'Too Many Requests: retry after 1', 1));
    await suite.started({ takeTurn: threefold });
    const began = performance.now();
    suite.api.says(CITIZEN, 'held');
    await eventually(() =>
      expect(suite.api.calls.some((c) => c.method === 'sendMessage')).toBe(true),
    );
    suite.api.says(NEIGHBOUR, 'free');
    await eventually(() => expect(suite.api.textsTo(NEIGHBOUR)).toHaveLength(3));
    expect(suite.api.textsTo(CITIZEN)).toEqual([]);
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(3));
    expect(performance.now() - began).toBeGreaterThan(1_000);
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(/held-a.*held-b.*held-c/s);
    await nothingWaits();
  });

  test('403 closes the chat: what waits for it is dropped, others hear on', async () => {
    suite.api.fault = refusing(CITIZEN, 1, refusal(403, 'Forbidden: bot was blocked by the user'));
    await suite.started({ takeTurn: threefold });
    suite.api.says(CITIZEN, 'blocked');
    suite.api.says(NEIGHBOUR, 'hello');
    await eventually(() => expect(suite.api.textsTo(NEIGHBOUR)).toHaveLength(3));
    await nothingWaits();
    expect(suite.api.textsTo(CITIZEN)).toEqual([]);
    suite.api.says(CITIZEN, 'unblocked');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(3));
  });

  test('a message Telegram refuses is dropped and logged without its text', async () => {
    const answer = refusal(400, `Bad Request: can't parse entities: unsupported tag "Kazemi X"`);
    suite.api.fault = refusing(CITIZEN, 1, answer);
    const bot = await suite.started({ takeTurn: threefold });
    suite.api.says(CITIZEN, '0012345679');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    await nothingWaits();
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(/-b.*-c/s);
    expect(bot.log()).toContain("Bad Request: can't parse entities");
    expect(bot.log()).not.toMatch(/0012345679|Kazemi/);
  });

  test.each([
    ['an error of the server', refusal(502, 'Bad Gateway')],
    ['an answer that is no answer', []],
  ])('%s is waited out, and the order stays', async (_, answer) => {
    suite.api.fault = refusing(CITIZEN, 2, answer);
    await suite.started({ takeTurn: threefold });
    suite.api.says(CITIZEN, 'x');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(3));
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(/x-a.*x-b.*x-c/s);
  });

  test('stop finishes the turn and the messages in hand within 5 seconds', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const bot = await suite.started({
      takeTurn: async (state, incoming) => {
        begun.push(wordsOf(incoming));
        await promise;
        return await threefold(state, incoming);
      },
    });
    suite.api.says(CITIZEN, 'in hand');
    await eventually(() => expect(begun).toEqual(['in hand']));
    const waiting = suite.api.says(CITIZEN, 'waiting');
    const began = performance.now();
    const stopped = bot.stop();
    resolve();
    await stopped;
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(suite.api.textsTo(CITIZEN)).toHaveLength(3);
    expect(begun).toEqual(['in hand']);
    expect(suite.api.unconfirmed()).toEqual([waiting]);
  });

  test('stop does not wait for a turn or a server that never ends', async () => {
    const forever = new Promise<never>(() => {});
    const bot = await suite.started({
      takeTurn: async (state, incoming) =>
        wordsOf(incoming) === 'turn' ? await forever : await threefold(state, incoming),
    });
    suite.api.fault = ({ method }) => (method === 'sendMessage' ? forever : undefined);
    suite.api.says(CITIZEN, 'message');
    await eventually(() =>
      expect(suite.api.calls.some((c) => c.method === 'sendMessage')).toBe(true),
    );
    const unfinished = suite.api.says(NEIGHBOUR, 'turn');
    const began = performance.now();
    await bot.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(suite.api.unconfirmed()).toEqual([unfinished]);
    expect(await suite.messagesWaiting()).toBe(3);
  });

  test('the log holds neither token nor personal data, whatever fails', async () => {
    const bot = await suite.started({ takeTurn: threefold });
    suite.api.fault = ({ method }) => {
      if (method === 'getUpdates') return refusal(500, 'Internal Server Error');
      return method === 'sendMessage' ? Promise.reject(new Error('cut')) : undefined;
    };
    suite.api.says(CITIZEN, '0912 123 4567');
    await eventually(() => expect(bot.log()).toContain('updates could not be fetched'));
    suite.api.fault = ({ method }) =>
      method === 'sendMessage' ? Promise.reject(new Error('cut')) : undefined;
    await eventually(() => expect(bot.log()).toContain('a message was not taken'));
    expect(bot.log()).not.toMatch(/canary|Kazemi|Maryam|0912|4567/);
  });
});
