import { describe, expect, test } from 'vitest';
import { BULK_A_SECOND, takeGroupTurn } from '../../src/bot/pace.ts';
import { type ApiCall, refusal } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { fleetSuite } from './fleet-suite.ts';

/** What Telegram takes in any second. */
const LIMIT = 30;
const CITIZEN = 701;
const NEIGHBOUR = 702;
const GROUP = -700;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = fleetSuite(engine);
  const people = (count: number) => Array.from({ length: count }, (_, n) => 30_000 + n);

  /** A Bot API that counts like Telegram's and refuses what is too much; the times at which bulk arrived. */
  function limited(more: (call: ApiCall) => object | undefined = () => undefined): number[] {
    const arrivals: number[] = [];
    suite.api.fault = (call) => {
      if (call.payload.text !== 'news') return more(call);
      const now = performance.now();
      arrivals.push(now);
      const lately = arrivals.filter((at) => at > now - 1_000).length;
      return lately > LIMIT ? refusal(429, 'Too Many Requests: retry after 3', 3) : more(call);
    };
    return arrivals;
  }

  test('bulk of several workers together keeps to one pace, and is sent once', async () => {
    await suite.joins();
    await suite.joins();
    const arrivals = limited();
    const began = performance.now();
    await suite.announces(people(80));
    await suite.nothingWaits();
    // Holds on a crowded machine too, where messages arrive late and then several at once.
    for (const [n, at] of arrivals.entries()) {
      expect(at - began).toBeGreaterThanOrEqual((n * 1_000) / BULK_A_SECOND - 1);
    }
    expect(suite.api.sent).toHaveLength(80);
    expect(new Set(suite.api.sent.map(({ chatId }) => chatId)).size).toBe(80);
  });

  test('a reply leaves at once while bulk waits for its pace, to the same chat too', async () => {
    const one = await suite.joins();
    const arrivals = limited();
    const everybody = people(60);
    await suite.announces(everybody);
    await eventually(() => expect(arrivals.length).toBeGreaterThan(3));
    const last = everybody.at(-1)!;
    await one.replies(last, 'answer');
    await eventually(() => expect(suite.api.textsTo(last)).toEqual(['answer']));
    expect(arrivals.length).toBeLessThan(60);
    await suite.nothingWaits();
    expect(suite.api.textsTo(last)).toEqual(['answer', 'news']);
  });

  test('one 429 pauses the bulk of all workers for as long as it says, and no reply', async () => {
    const one = await suite.joins();
    const other = await suite.joins();
    let isFirst = true;
    const arrivals = limited(({ payload }) => {
      if (payload.text !== 'news' || !isFirst) return undefined;
      isFirst = false;
      return refusal(429, 'Too Many Requests: retry after 1', 1);
    });
    await suite.announces(people(30));
    await eventually(() => expect(arrivals.length).toBeGreaterThan(0));
    await one.replies(CITIZEN, 'x');
    await other.replies(NEIGHBOUR, 'y');
    await suite.nothingWaits();
    // What was under way already may arrive after the one that was refused.
    const gaps = arrivals.slice(1).map((at, n) => at - arrivals[n]!);
    expect(Math.max(...gaps)).toBeGreaterThan(900);
    const order = suite.api.sent.map(({ text }) => text);
    expect(Math.max(order.indexOf('x'), order.indexOf('y'))).toBeLessThan(
      order.lastIndexOf('news'),
    );
    expect(order).toHaveLength(32);
  });

  test('a chat gets one bulk message a second', async () => {
    await suite.joins();
    const arrivals = limited();
    await suite.announces([CITIZEN, CITIZEN, CITIZEN]);
    await suite.nothingWaits();
    const gaps = arrivals.slice(1).map((at, n) => at - arrivals[n]!);
    for (const gap of gaps) expect(gap).toBeGreaterThan(950);
  });

  test('bulk goes on after a restart where it was', async () => {
    const first = await suite.joins();
    limited();
    await suite.announces(people(40));
    await eventually(() => expect(suite.api.sent.length).toBeGreaterThan(5));
    await first.dispatch.stop(2_000);
    await first.worker.stop();
    expect(suite.api.sent.length).toBeLessThan(40);
    await suite.joins();
    await suite.nothingWaits();
    expect(suite.api.sent).toHaveLength(40);
    expect(new Set(suite.api.sent.map(({ chatId }) => chatId)).size).toBe(40);
  });

  test('a group gets at most twenty messages in any minute, over the whole fleet', async () => {
    const { db } = suite;
    const began = performance.now();
    const turns: number[] = [];
    for (let n = 0; n < 45; n++) {
      const wait = await takeGroupTurn(db, { botId: suite.api.botId, chatId: GROUP });
      turns.push(performance.now() - began + wait);
    }
    expect(turns[0]).toBeLessThan(1_000);
    for (const [n, turn] of turns.entries()) {
      if (n >= 1) expect(turn - turns[n - 1]!).toBeGreaterThan(500);
      if (n >= 20) expect(turn - turns[n - 20]!).toBeGreaterThan(60_000);
    }
    // Twenty a minute, and no slower.
    expect(turns[40]).toBeLessThan(130_000);
    const { taken } = await db
      .selectFrom('bot.group_pace')
      .select('taken')
      .executeTakeFirstOrThrow();
    expect(taken).toHaveLength(20);
  });
});
