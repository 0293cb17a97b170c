import type { Kysely } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import type { NewsEvent, NotifierParts } from '../../src/notifications/news.ts';
import { tellNews } from '../../src/notifications/notifier.ts';
import { unsubscribe } from '../../src/notifications/subscriptions.ts';
import type { NotificationTables } from '../../src/notifications/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { CODE, NOON, newsSuite, OTHER, type Tables } from './suite.ts';

const NIGHT = new Date('2026-11-21T19:00:00Z');
const MORNING = new Date('2026-11-22T05:00:00Z');
const on = new AbortController().signal;

describe.each(testDatabases())('news on $name', (engine) => {
  const suite = newsSuite(engine);
  let sent: string[][];
  beforeEach(() => {
    sent = [];
  });

  type Parts = NotifierParts<NewsEvent, string, string>;

  function parts(given: Partial<Parts> = {}): Parts {
    return {
      db: suite.db as unknown as Kysely<NotificationTables>,
      eventsAfter: suite.eventsAfter,
      compose: async (_subscriber, event) => ({ kind: 'tell', message: event.objectKey.join() }),
      async put(tx, { key }) {
        await (tx as unknown as Kysely<Tables>).insertInto('told').values({ key }).execute();
        return [key];
      },
      send: (rows) => sent.push(rows),
      quietHours: { from: '21:00', until: '08:00' },
      now: () => NOON,
      onBug: (error) => {
        throw error;
      },
      ...given,
    };
  }

  test('every subscriber of the topic and the property is told of an event, and nobody else', async () => {
    await suite.subscribes(1, ['requests']);
    await suite.subscribes(2, ['requests', 'bills']);
    await suite.subscribes(3, ['bills']);
    await suite.subscribes(4, ['requests'], OTHER);
    const id = await suite.happens('request', 'r1');
    await tellNews(parts(), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:1`, `event:${id}:telegram:2`]);
    expect(sent.flat().sort()).toEqual(await suite.told());
  });

  test('nobody is told of what was on record before they subscribed', async () => {
    await suite.happens('request', 'before');
    await suite.subscribes(1, ['requests']);
    const id = await suite.happens('request', 'after');
    await tellNews(parts(), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:1`]);
  });

  test('several processes at once tell everybody once', async () => {
    for (let citizen = 1; citizen <= 30; citizen++) await suite.subscribes(citizen, ['bills']);
    const first = await suite.happens('bill', 'b1');
    const second = await suite.happens('bill', 'b2');
    await Promise.all([1, 2, 3, 4].map(() => tellNews(parts(), on)));
    expect(await suite.told()).toHaveLength(60);
    expect(new Set(sent.flat()).size).toBe(60);
    expect(sent.flat()).toHaveLength(60);
    expect(await suite.cursor()).toBe(second);
    expect(first).toBeLessThan(second);
  });

  test('a process that dies before its commit has told nothing, and the next one tells it', async () => {
    await suite.subscribes(1, ['requests']);
    await suite.subscribes(2, ['requests']);
    const id = await suite.happens('request', 'r1');
    const before = await suite.cursor();
    const { put } = parts();
    const dying: Parts['put'] = async (tx, letter) => {
      await put(tx, letter);
      throw new Error('killed');
    };
    await expect(tellNews(parts({ put: dying }), on)).rejects.toThrow('killed');
    expect(await suite.told()).toEqual([]);
    expect(await suite.cursor()).toBe(before);
    expect(sent).toEqual([]);
    await tellNews(parts(), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:1`, `event:${id}:telegram:2`]);
  });

  test('at night nobody is told; in the morning everybody is', async () => {
    await suite.subscribes(1, ['certificates']);
    const id = await suite.happens('certificate', 'c1');
    await tellNews(parts({ now: () => NIGHT }), on);
    expect(await suite.told()).toEqual([]);
    await tellNews(parts({ now: () => MORNING }), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:1`]);
  });

  test('what changed several times since is told once, as it stands', async () => {
    await suite.subscribes(1, ['requests']);
    await suite.happens('request', 'r1');
    const other = await suite.happens('request', 'r2');
    const last = await suite.happens('request', 'r1');
    await tellNews(parts(), on);
    expect(sent.flat()).toEqual([`event:${other}:telegram:1`, `event:${last}:telegram:1`]);
  });

  test('while it cannot be known what may be told, nothing is told and nothing is lost', async () => {
    await suite.subscribes(1, ['requests']);
    const id = await suite.happens('request', 'r1');
    const down = async () => {
      throw new UpstreamError('the records do not answer');
    };
    await expect(tellNews(parts({ compose: down }), on)).rejects.toThrow(UpstreamError);
    expect(await suite.told()).toEqual([]);
    await tellNews(parts(), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:1`]);
  });

  test('a bug with one subscriber does not keep the others from being told', async () => {
    await suite.subscribes(1, ['requests']);
    await suite.subscribes(2, ['requests']);
    const id = await suite.happens('request', 'r1');
    const bugs: unknown[] = [];
    const compose: Parts['compose'] = async ({ chatId }) => {
      if (chatId === 1) throw new TypeError('poison');
      return { kind: 'tell', message: 'x' };
    };
    await tellNews(parts({ compose, onBug: (error) => bugs.push(error) }), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:2`]);
    expect(bugs).toHaveLength(1);
  });

  test('a subscriber whose access has ended is told nothing and loses what was subscribed there', async () => {
    await suite.subscribes(1, ['requests', 'bills']);
    await suite.subscribes(1, ['bills'], OTHER);
    await suite.happens('request', 'r1');
    await tellNews(parts({ compose: async () => ({ kind: 'ended' }) }), on);
    expect(await suite.told()).toEqual([]);
    expect(await suite.subscribed()).toEqual([`1 ${OTHER} bills`]);
  });

  test('an event that says nothing to a subscriber is passed over, and the subscription stays', async () => {
    await suite.subscribes(1, ['requests']);
    const id = await suite.happens('request', 'r1');
    await tellNews(parts({ compose: async () => ({ kind: 'nothing' }) }), on);
    expect(await suite.told()).toEqual([]);
    expect(await suite.subscribed()).toEqual([`1 ${CODE} requests`]);
    expect(await suite.cursor()).toBe(id);
  });

  test('whoever says "no more" while the news is being written is not told it', async () => {
    await suite.subscribes(1, ['requests']);
    await suite.subscribes(2, ['requests']);
    const id = await suite.happens('request', 'r1');
    const compose: Parts['compose'] = async ({ citizenId }, event) => {
      if (citizenId === 'telegram:1')
        await unsubscribe(parts().db, { citizenId, code: event.code });
      return { kind: 'tell', message: 'x' };
    };
    await tellNews(parts({ compose }), on);
    expect(await suite.told()).toEqual([`event:${id}:telegram:2`]);
  });

  test('many are told in small steps, with the cursor kept between them', async () => {
    await suite.subscribes(1, ['bills']);
    for (let n = 0; n < 45; n++) await suite.happens('bill', `b${n}`);
    const stopping = new AbortController();
    const send = (rows: string[]) => {
      sent.push(rows);
      stopping.abort();
    };
    await tellNews(parts({ send }), stopping.signal);
    expect(sent.map(({ length }) => length)).toEqual([20]);
    await tellNews(parts(), on);
    expect(sent.map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(await suite.told()).toHaveLength(45);
  });
});
