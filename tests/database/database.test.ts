import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { UpstreamError } from '../../src/errors.ts';
import { testDatabases } from '../helpers/database.ts';

interface Schema {
  note: { id: number; text: string };
}

const LIMIT_MS = 500;
const PATIENT_MS = 20_000;

describe.each(testDatabases())('on $name', ({ name, open }) => {
  let database: Database<Schema>;

  beforeAll(async () => {
    database = await openWithTable();
  });
  beforeEach(() => sql`truncate note`.execute(database.within(PATIENT_MS)));
  afterAll(() => database.close());

  async function openWithTable(): Promise<Database<Schema>> {
    const opened = await open<Schema>({ queryMs: LIMIT_MS, connections: 1 });
    await sql`create table note (id integer constraint note_key primary key, text text not null)`.execute(
      opened.within(PATIENT_MS),
    );
    return opened;
  }

  const write = (id: number) => database.db.insertInto('note').values({ id, text: 'x' }).execute();
  const written = async () =>
    (await database.within(PATIENT_MS).selectFrom('note').select('id').orderBy('id').execute()).map(
      ({ id }) => id,
    );

  test('values come alike: int8 a number, a date text, timestamptz a Date, JSON an object', async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as int8, date '2026-11-21' as date, 1.5::float8 as float,
        timestamptz '2026-11-21T10:00:00+03:30' as instant, array['a', 'ب'] as texts,
        json_build_object('day', date '2026-11-21', 'rials', 28978000::int8) as object,
        true as claim, null as nothing`.execute(database.db);
    expect(rows).toEqual([
      {
        int8: 9_007_199_254_740_991,
        date: '2026-11-21',
        float: 1.5,
        instant: new Date('2026-11-21T06:30:00Z'),
        texts: ['a', 'ب'],
        object: { day: '2026-11-21', rials: 28_978_000 },
        claim: true,
        nothing: null,
      },
    ]);
  });

  test('the wait for a busy connection counts: whoever waited too long is turned away and never served later', async () => {
    let free = () => {};
    const isFree = new Promise<void>((resolve) => {
      free = resolve;
    });
    const holder = database.db.transaction().execute(async (tx) => {
      await tx.insertInto('note').values({ id: 1, text: 'x' }).execute();
      await isFree;
    });
    await expect(write(2)).rejects.toThrow(UpstreamError);
    free();
    await holder;
    await write(3);
    expect(await written()).toEqual([1, 3]);
  });

  test('the outer connection used inside a transaction fails instead of hanging', async () => {
    const work = database.db.transaction().execute(() => write(1));
    await expect(work).rejects.toThrow(UpstreamError);
    expect(await written()).toEqual([]);
  });

  test('a broken constraint is told apart from a failure, by its name', async () => {
    await write(1);
    const error = await write(1).catch((caught) => caught);
    expect(error).not.toBeInstanceOf(UpstreamError);
    expect(error).toMatchObject({ code: '23505', constraint: 'note_key' });
  });

  test('a statement that is wrong is a bug, not a failing system', async () => {
    const error = await sql`select nonsense`.execute(database.db).catch((caught) => caught);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(UpstreamError);
  });

  test('closing lets what is in hand finish, and takes on nothing more', async () => {
    const own = await openWithTable();
    await sql`select 1`.execute(own.db);
    const slow = sql<{ one: number }>`select 1 as one, pg_sleep(0.2)`.execute(own.db);
    const closed = own.close();
    await expect(slow.then(({ rows }) => rows[0]?.one)).resolves.toBe(1);
    await closed;
    await expect(sql`select 1`.execute(own.db)).rejects.toThrow();
  });

  test(`the engine is known (${name})`, () => {
    expect(database.engine).toBe(name === 'PGlite' ? 'pglite' : 'postgres');
  });
});
