import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { makeBillId, makePaymentId } from '../../src/language/bill-ids.ts';
import type { AnyDatabase } from '../../src/records/import/staging.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import {
  charges,
  codeOf,
  type Files,
  type Municipality,
  openMunicipality,
  properties,
} from './records-folder.ts';

const COUNT = 4_000;
const BILL = makeBillId('00112450', 1);

/** A city in which one figure stands in two files: charges and bills belong together. */
function priced(rials: number): Files {
  const bill = {
    ...{ bill_id: BILL, payment_id: makePaymentId(BILL, 1_000_000, 4, 1), nosazi_code: codeOf(7) },
    ...{ account: 'renovation', amount_rials: rials, status: 'issued' },
  };
  return {
    properties: properties(COUNT).map((row) => ({ ...row, deed_area_m2: rials })),
    charges: charges(COUNT).map((row) => ({ ...row, principal_rials: rials })),
    bills: [bill],
  };
}

describe('citizens who ask while an import runs on PostgreSQL', () => {
  let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
  let city: Municipality;
  /** With the limits of every citizen's question. */
  let citizens: Database<unknown>;
  let records: RecordStore;
  beforeEach(async () => {
    fresh = await createPostgresDatabase();
    city = await openMunicipality(async () => {
      const database = await openDatabase({ url: fresh.url }, { queryMs: 60_000 });
      await migrate(database, MIGRATIONS);
      return database;
    });
    citizens = await openDatabase({ url: fresh.url }, { queryMs: 10_000 });
    records = postgresRecords(citizens.db);
    await city.load(priced(1_000));
  });
  afterEach(async () => {
    await citizens.close();
    await city.close();
    await fresh.drop();
  });

  async function figures(): Promise<Set<number | null | undefined>> {
    const file = await records.propertyFile(codeOf(7));
    const all = [file?.deedAreaM2, ...(file?.charges ?? []).map((one) => one.principalRials)];
    return new Set([...all, ...(file?.bills ?? []).map((one) => one.amountRials)]);
  }

  test('are all answered, each by the old records or by the new ones, across all files', async () => {
    let isDone = false;
    const loaded = city.load(priced(2_000)).finally(() => {
      isDone = true;
    });
    const seen: Set<number | null | undefined>[] = [];
    // A read that fails or is late fails the test.
    while (!isDone) seen.push(await figures());
    expect((await loaded).outcome).toBe('loaded');
    expect(seen.filter(({ size }) => size !== 1)).toEqual([]);
    expect(seen.length).toBeGreaterThan(10);
    expect(await figures()).toEqual(new Set([2_000]));
  });

  test('wait for nothing even when everything has changed and is not committed yet', async () => {
    let whileChanged: Set<number | null | undefined> | undefined;
    let locks: string[] = [];
    const alongside = async (tx: AnyDatabase) => {
      locks = await locksOnRecords(tx);
      whileChanged = await figures();
    };
    await city.load(priced(2_000), { alongside });
    expect(whileChanged).toEqual(new Set([1_000]));
    expect(locks).toContain('RowExclusiveLock');
    expect(locks).not.toContain('AccessExclusiveLock');
    expect(locks).not.toContain('ExclusiveLock');
    expect(await figures()).toEqual(new Set([2_000]));
  });
});

/** What the import holds on the tables that citizens read. */
async function locksOnRecords(tx: AnyDatabase): Promise<string[]> {
  const { rows } = await sql<{ mode: string }>`
    select distinct l.mode from pg_locks l join pg_class c on c.oid = l.relation
    join pg_namespace n on n.oid = c.relnamespace
    where l.pid = pg_backend_pid() and n.nspname = 'records'`.execute(tx);
  return rows.map(({ mode }) => mode);
}
