import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { IMPORT_LOCK } from '../../src/records/import/import-lock.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  charges,
  type Municipality,
  openMunicipality,
  properties,
  type Row,
} from './records-folder.ts';

const COUNT = 6_000;

function priced(rials: number): { properties: Row[]; charges: Row[] } {
  const priced = charges(COUNT).map((row) => ({ ...row, principal_rials: rials }));
  return { properties: properties(COUNT), charges: priced };
}

describe.each(testDatabases())('while an import runs on $name', ({ open }) => {
  let city: Municipality;
  beforeEach(async () => {
    city = await openMunicipality(open);
    await city.load(priced(1_000));
  });
  afterEach(() => city.close());

  /** Least and greatest principal on record: equal unless old and new are mixed. */
  async function prices(): Promise<number[]> {
    const { rows } = await sql<{ least: number; most: number }>`
      select min(principal_rials) as least, max(principal_rials) as most from records.charges`.execute(
      city.database.db,
    );
    return [rows[0]!.least, rows[0]!.most];
  }

  test('readers are answered, and see the old records or the new ones, never a mixture', async () => {
    let isDone = false;
    const loaded = city.load(priced(2_000)).finally(() => {
      isDone = true;
    });
    const seen: number[][] = [];
    while (!isDone) {
      seen.push(await prices());
      // The embedded engine answers without a turn of the event loop, and reading files takes one.
      await setImmediate();
    }
    await loaded;
    expect(await prices()).toEqual([2_000, 2_000]);
    expect(seen.filter(([least, most]) => least !== most)).toEqual([]);
    expect(seen.filter(([least]) => least === 1_000).length).toBeGreaterThan(3);
  });

  test('a run that is interrupted changes nothing', async () => {
    const stop = new AbortController();
    const onProgress = ({ rows }: { rows: number }) => {
      if (rows > COUNT) stop.abort();
    };
    const report = await city.load(priced(2_000), { onProgress, signal: stop.signal });
    expect(report).toMatchObject({ outcome: 'stopped', reason: 'it was interrupted' });
    expect(await prices()).toEqual([1_000, 1_000]);
  });
});

describe('a second import beside a running one', () => {
  const [pglite, postgres] = testDatabases();

  test('is refused in the process of the embedded database, and the first goes on', async () => {
    const city = await openMunicipality(pglite!.open);
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const first = city.load(priced(2_000), { onProgress: () => begun() });
    await hasBegun;
    await expect(city.loadFolder()).rejects.toThrow(
      'another import is running; nothing was changed',
    );
    expect((await first).outcome).toBe('loaded');
    await city.close();
  });

  test('is refused on PostgreSQL, whichever machine runs the first', async () => {
    const city = await openMunicipality(postgres!.open);
    await city.database.db.connection().execute(async (other) => {
      await sql`select pg_advisory_lock(${sql.lit(IMPORT_LOCK)})`.execute(other);
      await expect(city.load(priced(2_000))).rejects.toThrow(SetupError);
    });
    expect(await city.rows('imports', 'id')).toEqual([]);
    await city.close();
  });
});
