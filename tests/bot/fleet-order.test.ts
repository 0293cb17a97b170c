import type { Update } from 'grammy/types';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redisSessions } from '../../src/bot/redis-sessions.ts';
import type { SessionStore } from '../../src/bot/sessions.ts';
import type { TakeTurn } from '../../src/dialogue/turn.ts';
import { privateMessage } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  type EdgeBot,
  effectsDone,
  recordingLogger,
  saying,
  turn,
  wordsOf,
} from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';
import { testRedisUrl } from '../helpers/redis.ts';

let updates = 100;

/** Collects in the conversation's state the words of all turns, and says them. */
const collecting: TakeTurn = async (state, incoming) => {
  const words = [...((state as { words?: string[] }).words ?? []), wordsOf(incoming)];
  const effect = { kind: 'release-hold', draftId: wordsOf(incoming) } as const;
  return turn([saying(words.join('+'))], [effect], { ...state, words } as typeof state);
};

/** Turns that end only when the test says so. */
function held(word: string) {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const takeTurn: TakeTurn = async (state, incoming) => {
    if (wordsOf(incoming) === word) {
      begun.resolve();
      await promise;
    }
    return collecting(state, incoming);
  };
  return { takeTurn, release, begun: begun.promise };
}

describe.each(testDatabases())('on $name', (engine) => {
  describe.each(['the database', 'Redis'])('with conversations in %s', (where) => {
    const suite = edgeSuite(engine);
    let redis: SessionStore;
    beforeAll(async () => {
      redis = await redisSessions(testRedisUrl(), recordingLogger().logger);
    });
    afterAll(() => redis.close());

    /** One of two workers; updates are handed to each by the test, as a load balancer would. */
    const worker = (options: Parameters<typeof suite.started>[0] = {}) =>
      suite.started({
        webhook: { url: 'http://127.0.0.1:9/telegram', secret: 'x' },
        takeTurn: collecting,
        ...(where === 'Redis' && { sessions: redis }),
        ...options,
      });
    const message = (citizen: number, text: string) => ({
      update_id: ++updates,
      message: privateMessage(citizen, { text }),
    });
    /** As Telegram does, again and again until it is taken. */
    const brings = async (to: EdgeBot, update: Update) => {
      while ((await to.receive(update)) !== 'done');
    };
    const lastWords = (citizen: number) => suite.api.textsTo(citizen).at(-1);

    test('a message and a press at once on two workers: one after the other, and neither is lost', async () => {
      const citizen = suite.api.botId + 1;
      const slow = held('first');
      const [one, two] = [await worker({ takeTurn: slow.takeTurn }), await worker()];
      const first = one.receive(message(citizen, 'first'));
      await slow.begun;
      const second = two.receive(message(citizen, 'second'));
      await eventually(async () => {
        const { rows } = await sql<{ queue: string[] }>`
          select queue from bot.lines where cardinality(queue) = 2`.execute(suite.db);
        expect(rows).toHaveLength(1);
      });
      slow.release();
      expect(await Promise.all([first, second])).toEqual(['done', 'done']);
      await eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(2));
      expect(suite.api.textsTo(citizen).join()).toMatch(/first.*first\+second/s);
    });

    test('forty messages of a chat spread over two workers leave forty words, none twice', async () => {
      const citizen = suite.api.botId + 2;
      const workers = [await worker(), await worker()];
      const words = Array.from({ length: 40 }, (_, n) => `w${n}`);
      await Promise.all(words.map((word, n) => brings(workers[n % 2]!, message(citizen, word))));
      await eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(40));
      const said = /w\d+(?:\+w\d+)+/.exec(lastWords(citizen) ?? '')?.[0].split('+') ?? [];
      expect(said.toSorted()).toEqual(words.toSorted());
    });

    test('different chats are not kept waiting by a turn that takes long', async () => {
      const slow = held('slow');
      const [one, two] = [await worker({ takeTurn: slow.takeTurn }), await worker()];
      const waiting = one.receive(message(suite.api.botId + 3, 'slow'));
      await slow.begun;
      for (const each of [one, two]) {
        expect(await each.receive(message(suite.api.botId + 4, 'quick'))).toBe('done');
      }
      slow.release();
      expect(await waiting).toBe('done');
    });

    test('one update on two workers at once has one effect', async () => {
      const citizen = suite.api.botId + 5;
      const workers = [await worker(), await worker()];
      const update = message(citizen, `once-${updates}`);
      const received = Array.from({ length: 10 }, (_, n) => workers[n % 2]!.receive(update));
      expect(await Promise.all(received)).toEqual(Array(10).fill('done'));
      expect(await effectsDone(suite.db, wordsOf({ input: textOf(update) } as never))).toBe(1);
      await eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(1));
    });

    test('updates are dealt with whatever order their numbers are in', async () => {
      const citizen = suite.api.botId + 6;
      const one = await worker();
      const inOrder = ['a', 'b', 'c', 'd'].map((word) => message(citizen, word));
      for (const update of inOrder.toReversed()) await one.receive(update);
      await eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(4));
      expect(lastWords(citizen)).toContain('d+c+b+a');
    });

    test('a worker taken for dead cannot commit; its update is taken again in a new place', async () => {
      const citizen = suite.api.botId + 7;
      const slow = held('stale');
      const [one, two] = [await worker({ takeTurn: slow.takeTurn }), await worker()];
      const stale = one.receive(message(citizen, 'stale'));
      await slow.begun;
      // Nothing has been heard of it for a while, as when its event loop was blocked.
      await sql`update bot.workers set alive_until = now() - interval '1 s'`.execute(suite.db);
      expect(await two.receive(message(citizen, 'fresh'))).toBe('done');
      slow.release();
      expect(await stale).toBe('done');
      await eventually(() => expect(suite.api.textsTo(citizen)).toHaveLength(2));
      expect(lastWords(citizen)).toContain('fresh+stale');
      expect(await effectsDone(suite.db, 'stale')).toBe(1);
    });
  });
});

function textOf(update: { message: { text?: string } }) {
  return { kind: 'text', text: update.message.text ?? '' };
}
