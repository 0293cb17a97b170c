import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { SetupError } from '../../src/errors.ts';
import { createPostgresDatabase, testDatabases } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pasokh-migrations-'));
});
afterEach(() => rm(folder, { recursive: true }));

const file = (name: string, text: string) => writeFile(join(folder, name), text);

describe.each(testDatabases())('on $name', ({ open }) => {
  test('the project’s own migrations have all been run, and running them again does nothing', async () => {
    const database = await open();
    expect(await migrate(database, MIGRATIONS)).toEqual([]);
    await database.close();
  });
});

describe('on an empty database', () => {
  let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
  beforeEach(async () => {
    fresh = await createPostgresDatabase();
  });
  afterEach(() => fresh.drop());

  test('migrations run in the order of their numbers, each once', async () => {
    const database = await openDatabase({ url: fresh.url });
    await file('0002-more.sql', 'insert into a values (2);');
    await file('0001-first.sql', 'create table a (b int); insert into a values (1);');
    expect(await migrate(database, folder)).toEqual(['0001-first', '0002-more']);
    await file('0003-last.sql', 'insert into a values (3);');
    expect(await migrate(database, folder)).toEqual(['0003-last']);
    const { rows } = await sql<{ b: number }>`select b from a order by b`.execute(database.db);
    expect(rows.map(({ b }) => b)).toEqual([1, 2, 3]);
    await database.close();
  });

  test('of processes that start at once one migrates and the others wait', async () => {
    await file('0001-slow.sql', 'select pg_sleep(0.3); create table a (b int);');
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url: fresh.url })));
    const done = await Promise.all(databases.map((database) => migrate(database, folder)));
    expect(done.flat()).toEqual(['0001-slow']);
    await Promise.all(databases.map((database) => database.close()));
  });

  test('a migration that fails is named and leaves nothing of the run', async () => {
    const database = await openDatabase({ url: fresh.url });
    await file('0001-good.sql', 'create table a (b int);');
    await file('0002-bad.sql', 'create table c (d nonsense);');
    await expect(migrate(database, folder)).rejects.toThrow(/0002-bad\.sql: .*nonsense/);
    const { rows } = await sql`select to_regclass('a') as a`.execute(database.db);
    expect(rows).toEqual([{ a: null }]);
    await database.close();
  });

  test('a database made by a newer program is refused', async () => {
    const database = await openDatabase({ url: fresh.url });
    await file('0001-first.sql', 'create table a (b int);');
    await file('0002-newer.sql', 'create table c (d int);');
    await migrate(database, folder);
    await rm(join(folder, '0002-newer.sql'));
    await expect(migrate(database, folder)).rejects.toThrow(SetupError);
    await database.close();
  });

  test('a migration that must wait for a table keeps nobody else from it for long', async () => {
    const database = await openDatabase({ url: fresh.url });
    await file('0001-first.sql', 'create table a (b int);');
    await migrate(database, folder);
    await file('0002-change.sql', 'alter table a add c int;');
    let migrating: Promise<string[]> = Promise.resolve([]);
    await database.db.transaction().execute(async (tx) => {
      await sql`select * from a`.execute(tx);
      migrating = migrate(database, folder);
      // Each is answered within its second although the migration stands in line before it.
      for (let i = 0; i < 5; i++) await sql`select b from a`.execute(database.db);
    });
    expect(await migrating).toEqual(['0002-change']);
    await database.close();
  });

  test('before a table that is in use is tried again it is left alone, each time longer, up to two seconds', async () => {
    const database = await openDatabase({ url: fresh.url });
    await file('0001-first.sql', 'create table a (b int);');
    await migrate(database, folder);
    await file('0002-change.sql', 'alter table a add c int;');
    const user = await database.db.startTransaction().execute();
    await sql`select * from a`.execute(user);
    const pauses: number[] = [];
    const done = await migrate(database, folder, async (ms) => {
      pauses.push(ms);
      if (pauses.length === 6) await user.commit().execute();
    });
    expect(done).toEqual(['0002-change']);
    for (const [i, most] of [100, 200, 400, 800, 1_600, 2_000].entries()) {
      expect(pauses[i]).toBeGreaterThanOrEqual(most / 2);
      expect(pauses[i]).toBeLessThanOrEqual(most);
    }
    await database.close();
  });
});

test.each([
  [['first.sql'], /first\.sql: must be named like 0001-records\.sql/],
  [['0001-a.sql', '0001-b.sql'], /two migrations are numbered 0001/],
])('misnamed files are refused before anything is run: %s', async (names, reason) => {
  for (const name of names) await file(name, 'select 1');
  await expect(migrate({ within: () => never() }, folder)).rejects.toThrow(reason);
});

function never(): never {
  throw new Error('nothing is to be run');
}
