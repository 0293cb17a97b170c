import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { SetupError, UpstreamError } from '../../src/errors.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { openOverLine } from '../helpers/database-over-line.ts';
import type { PausableProxy } from '../helpers/pausable-proxy.ts';

const LIMIT_MS = 400;

describe('PostgreSQL over a line that fails', () => {
  let line: PausableProxy;
  let database: Database<unknown>;
  let close: () => Promise<void>;

  beforeEach(async () => {
    ({ database, line, close } = await openOverLine({ queryMs: LIMIT_MS, connections: 2 }));
  });
  afterEach(() => close());

  const ask = () => sql`select 1`.execute(database.db);

  test('a frozen server fails within the limit, and is used again once it answers', async () => {
    await ask();
    line.freeze();
    const asked = performance.now();
    await expect(ask()).rejects.toThrow(UpstreamError);
    expect(performance.now() - asked).toBeLessThan(3 * LIMIT_MS);
    line.thaw();
    await expect(ask()).resolves.toBeDefined();
  });

  test('connections kept busy by a frozen server are not given to the next question', async () => {
    line.freeze();
    await Promise.allSettled([ask(), ask(), ask()]);
    line.thaw();
    await expect(Promise.all([ask(), ask()])).resolves.toHaveLength(2);
  });

  test('a line cut during a question is an UpstreamError with its cause, and the next question finds a new line', async () => {
    const asked = sql`select pg_sleep(0.3)`.execute(database.db).catch((error) => error);
    await sql`select 1`.execute(database.db);
    line.cut();
    const error = await asked;
    expect(error).toBeInstanceOf(UpstreamError);
    expect(error.cause).toBeInstanceOf(Error);
    // Another connection that lay idle may be found broken first.
    await expect(ask().catch(ask)).resolves.toBeDefined();
  });

  test('a server that was restarted breaks idle connections without ending the process', async () => {
    await Promise.all([ask(), ask()]);
    line.cut();
    await expect(ask().catch(ask)).resolves.toBeDefined();
  });

  test('a transaction that another session ends is an UpstreamError', async () => {
    const work = database.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.db);
      await sql`select 1`.execute(tx);
    });
    await expect(work).rejects.toThrow(UpstreamError);
    await expect(ask()).resolves.toBeDefined();
  });
});

describe('the time limit of PostgreSQL', () => {
  let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let database: Database<unknown>;
  const slow = sql`select pg_sleep(${(2 * LIMIT_MS) / 1_000})`;

  beforeEach(async () => {
    fresh = await createPostgresDatabase();
    database = await openDatabase({ url: fresh.url }, { queryMs: LIMIT_MS });
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  test('a query that takes too long fails with UpstreamError, and the next one is answered', async () => {
    await expect(slow.execute(database.db)).rejects.toThrow(UpstreamError);
    await expect(sql`select 1`.execute(database.db)).resolves.toBeDefined();
  });

  test('a statement that takes too long inside a transaction undoes the transaction', async () => {
    const patient = database.within(20_000);
    await sql`create table note (id integer)`.execute(patient);
    const work = database.db.transaction().execute(async (tx) => {
      await sql`insert into note values (1)`.execute(tx);
      await slow.execute(tx);
    });
    await expect(work).rejects.toThrow(UpstreamError);
    expect((await sql`select * from note`.execute(patient)).rows).toEqual([]);
  });

  test('work under another limit may take longer', async () => {
    await expect(slow.execute(database.within(20_000))).resolves.toBeDefined();
  });
});

describe('an address that is wrong', () => {
  test.each([
    ['nobody listens', (url: URL) => Object.assign(url, { port: '1' })],
    ['there is no such database', (url: URL) => Object.assign(url, { pathname: '/nowhere' })],
    ['the user is unknown', (url: URL) => Object.assign(url, { username: 'stranger' })],
  ])('is the operator’s to mend, and no password is shown: %s', async (_, change) => {
    const url = new URL(inject('postgresUrl'));
    url.password = 'canary-secret';
    const error = await openDatabase({ url: change(url).href }).catch((caught) => caught);
    expect(error).toBeInstanceOf(SetupError);
    expect(error.message).toMatch(/^DATABASE_URL: .+/);
    expect(error.message).not.toContain('\n');
    expect(`${error.message}${error.stack}`).not.toContain('canary-secret');
  });
});
