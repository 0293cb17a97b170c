import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retryConflicts } from '../../src/database/conflicts.ts';
import type { Database } from '../../src/database/database.ts';
import { UpstreamError } from '../../src/errors.ts';
import { testDatabases } from '../helpers/database.ts';

const [, postgres] = testDatabases();

describe.each(testDatabases())('conflicts on $name', ({ open }) => {
  let database: Database<unknown>;

  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test.each(['40001', '40P01'])(
    'work that met conflict %s is done again until it succeeds',
    async (code) => {
      const { db } = database;
      let tries = 0;
      const result = await retryConflicts(() =>
        db.transaction().execute(async (tx) => {
          tries++;
          if (tries <= 3) await raise(code).execute(tx);
          return 'done';
        }),
      );
      expect([result, tries]).toEqual(['done', 4]);
    },
  );

  test('after three retries it is an UpstreamError, never a raw conflict', async () => {
    const { db } = database;
    let tries = 0;
    const work = retryConflicts(() => {
      tries++;
      return raise('40001').execute(db);
    });
    await expect(work).rejects.toThrow(UpstreamError);
    expect(tries).toBe(4);
  });

  test('another error is passed on at once', async () => {
    const { db } = database;
    let tries = 0;
    const work = retryConflicts(() => {
      tries++;
      return raise('23505').execute(db);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(tries).toBe(1);
  });
});

test('of two transactions that lock each other out both succeed in the end', async () => {
  const { db, close } = await postgres!.open();
  await sql`create table account (id integer primary key, sum integer not null)`.execute(db);
  await sql`insert into account values (1, 0), (2, 0)`.execute(db);
  const bothBegan = meeting(2);
  const addInOrder = (first: number, second: number) => {
    let isFirstTry = true;
    return retryConflicts(() =>
      db.transaction().execute(async (tx) => {
        await sql`update account set sum = sum + 1 where id = ${first}`.execute(tx);
        if (isFirstTry) await bothBegan();
        isFirstTry = false;
        await sql`update account set sum = sum + 1 where id = ${second}`.execute(tx);
      }),
    );
  };
  await Promise.all([addInOrder(1, 2), addInOrder(2, 1)]);
  expect((await sql`select sum from account`.execute(db)).rows).toEqual([{ sum: 2 }, { sum: 2 }]);
  await close();
});

function raise(code: string) {
  return sql.raw(`do $$ begin raise exception 'injected' using errcode = '${code}'; end $$`);
}

/** A point that nobody passes before so many have come to it. */
function meeting(count: number): () => Promise<void> {
  let missing = count;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    if (--missing === 0) open();
    return opened;
  };
}
