import { type RawBuilder, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { UpstreamError } from '../../src/errors.ts';
import { openOverLine } from '../helpers/database-over-line.ts';
import type { PausableProxy } from '../helpers/pausable-proxy.ts';

const LIMIT_MS = 600;

describe.each(['quick', 'durable'] as const)('the %s connections that many share', (name) => {
  let line: PausableProxy;
  let database: Database<unknown>;
  let directUrl: string;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ database, line, directUrl, close } = await openOverLine({ queryMs: LIMIT_MS }));
  });
  afterEach(() => close());

  const run = <Row>(query: RawBuilder<Row>) => query.execute(database.lanes[name]);
  const number = async (n: number) => {
    const { rows } = await run(sql<{ n: number }>`select ${n}::int as n`);
    return rows[0]!.n;
  };
  const numbers = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, n) => number(n)));

  const connections = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity where datname = current_database()`.execute(
      database.db,
    );
    return rows[0]!.count;
  };

  test('everyone who asks at the same moment gets their own answer', async () => {
    for (let round = 0; round < 5; round++) {
      expect(await numbers(100)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    }
  });

  test('a hundred questions take no more connections than there are', async () => {
    await numbers(100);
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and query like ${'select $1::int as n%'}`.execute(
      database.db,
    );
    expect(rows[0]!.count).toBeLessThanOrEqual(4);
  });

  test('a statement that is refused does no harm to those beside it', async () => {
    const refused = Array.from({ length: 8 }, () => run(sql`select 1 / 0`).catch((error) => error));
    const answers = numbers(20);
    for (const error of await Promise.all(refused)) {
      expect(error).toMatchObject({ code: '22012' });
    }
    expect(await answers).toHaveLength(20);
  });

  test('what changes something is done once, each by itself', async () => {
    await sql`create table counts (n int)`.execute(database.db);
    const changes = Array.from({ length: 50 }, (_, n) =>
      run(
        sql`insert into counts select ${n}::int where ${n}::int % 5 <> 0 or 1 / (${n}::int % 5) > 0`,
      ),
    );
    const outcomes = await Promise.allSettled(changes);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const { rows } = await sql`select from counts`.execute(database.db);
    expect(rows).toHaveLength(40);
  });

  test('a value that cannot be written does no harm to those who ask later, and leaves no connection behind', async () => {
    await numbers(20);
    const before = await connections();
    const circular: { self?: unknown } = {};
    circular.self = circular;
    for (let round = 0; round < 12; round++) {
      const unwritable = run(sql`select ${circular}::int as n`);
      await expect(unwritable).rejects.toThrow('circular');
      expect(await numbers(20)).toHaveLength(20);
    }
    await expect.poll(connections).toBeLessThanOrEqual(Math.max(before, 5));
  });

  test('a table that was changed is asked anew, not for ever as it was', async () => {
    await sql`create table counts (n int)`.execute(database.db);
    const all = () => run(sql`select n from counts`);
    for (let time = 0; time < 20; time++) await Promise.all([all(), all(), all(), all()]);
    await sql`alter table counts alter column n type bigint`.execute(database.db);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, all));
    for (const outcome of outcomes.filter(({ status }) => status === 'rejected')) {
      expect(outcome).toMatchObject({ reason: expect.any(UpstreamError) });
    }
    for (let time = 0; time < 8; time++) expect((await all()).rows).toEqual([]);
  });

  test('whoever asks the same behind a statement that could not be prepared hears of an outage', async () => {
    const missing = () => run(sql`select n from yet_to_come`).catch((error) => error);
    await missing();
    await missing();
    const errors = await Promise.all(Array.from({ length: 12 }, missing));
    for (const error of errors) {
      if (!(error instanceof UpstreamError)) expect(error).toMatchObject({ code: '42P01' });
    }
    expect(errors.some((error) => error instanceof UpstreamError)).toBe(true);
    await sql`create table yet_to_come (n int)`.execute(database.db);
    await expect.poll(missing).toMatchObject({ rows: [] });
    for (let time = 0; time < 8; time++) expect(await missing()).toMatchObject({ rows: [] });
  });

  test('a statement that waits does not hold up those that come after it', async () => {
    await numbers(8);
    let isOver = false;
    const slow = run(sql`select pg_sleep(0.4)`).then(() => {
      isOver = true;
    });
    for (let n = 0; n < 8; n++) expect(await number(n)).toBe(n);
    expect(isOver).toBe(false);
    await slow;
  });

  test('a connection that cannot be opened keeps nobody from those that can', async () => {
    const url = new URL(directUrl);
    url.username = url.pathname.slice(1);
    await sql`create role ${sql.id(url.username)} login connection limit 1`.execute(database.db);
    const limited = await openDatabase({ url: url.href }, { queryMs: LIMIT_MS });
    const ask = () => sql`select 1 as n`.execute(limited.lanes[name]);
    try {
      await expect.poll(() => ask().then(() => true)).toBe(true);
      for (let time = 0; time < 3; time++) await Promise.allSettled([ask(), ask()]);
      for (let time = 0; time < 20; time++) await Promise.all([ask(), ask()]);
    } finally {
      await limited.close();
      await sql`drop role ${sql.id(url.username)}`.execute(database.db);
    }
  });

  test('a transaction is turned away, and nothing of it is done', async () => {
    await sql`create table counts (n int)`.execute(database.db);
    const work = database.lanes[name]
      .transaction()
      .execute((tx) => sql`insert into counts values (1)`.execute(tx));
    await expect(work).rejects.toThrow('a transaction takes a connection of its own');
    const { rows } = await sql`select from counts`.execute(database.db);
    expect(rows).toEqual([]);
  });

  test('whoever asks behind a statement that takes too long fails with it in time, and the next one is answered', async () => {
    await numbers(8);
    const slow = Array.from({ length: 4 }, () => run(sql`select pg_sleep(5)`));
    const asked = performance.now();
    const outcomes = await Promise.allSettled([
      ...slow,
      number(1),
      number(2),
      number(3),
      number(4),
    ]);
    expect(performance.now() - asked).toBeLessThan(3 * LIMIT_MS);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(UpstreamError) });
    }
    expect(await numbers(8)).toHaveLength(8);
  });

  test('a frozen server fails within the limit, and is used again once it answers', async () => {
    await numbers(8);
    line.freeze();
    const asked = performance.now();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => number(n)));
    expect(performance.now() - asked).toBeLessThan(3 * LIMIT_MS);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(UpstreamError) });
    }
    line.thaw();
    expect(await numbers(8)).toHaveLength(8);
  });

  test('a line cut while idle or in use is opened again, and no question waits for ever', async () => {
    await numbers(8);
    const asked = Promise.allSettled(
      Array.from({ length: 8 }, () => run(sql`select pg_sleep(0.3)`)),
    );
    await sql`select 1`.execute(database.db);
    line.cut();
    for (const outcome of await asked) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(UpstreamError) });
    }
    await Promise.allSettled(Array.from({ length: 8 }, (_, n) => number(n)));
    expect(await numbers(8)).toHaveLength(8);
  });

  test('closing lets the questions in hand be answered and turns later ones away', async () => {
    const inHand = run(sql<{ n: number }>`select 7 as n from pg_sleep(0.2)`);
    await number(1);
    const closing = database.close();
    expect((await inHand).rows).toEqual([{ n: 7 }]);
    await closing;
    await expect(number(2)).rejects.toThrow();
  });

  test('closing does not wait for a server that is frozen', async () => {
    await numbers(8);
    line.freeze();
    const asked = performance.now();
    await database.close();
    expect(performance.now() - asked).toBeLessThan(3 * LIMIT_MS);
  });
});
