import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import type { Tables } from '../../src/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const CODE = '3-6-88-12-1-0-0';
const ISSUED = '2026-05-31';
const RIGHT = { number: '3-1405-221', code: CODE, issuedOn: ISSUED };

describe.each(testDatabases())('a certificate by number, code and day on $name', ({ open }) => {
  let database: Database<Tables>;
  let records: RecordStore;
  beforeAll(async () => {
    database = await open<Tables>();
    records = postgresRecords(database.db);
    await sql`
      insert into records.certificates (code, kind, number, issued_on, valid_until, status) values
        (${CODE}, 'completion', '3-1405-221', ${ISSUED}, null, 'valid'),
        (${CODE}, 'no-violation', '3-1405-305', ${ISSUED}, '2027-05-31', 'revoked')`.execute(
      database.db,
    );
  });
  afterAll(() => database.close());

  it('is found when all three are right', async () => {
    expect(await records.certificate(RIGHT)).toMatchObject({
      kind: 'completion',
      number: '3-1405-221',
      issuedOn: ISSUED,
      status: 'valid',
    });
    expect(await records.certificate({ ...RIGHT, number: '3-1405-305' })).toMatchObject({
      kind: 'no-violation',
      status: 'revoked',
      validUntil: '2027-05-31',
    });
  });

  it.each(['۳-۱۴۰۵-۲۲۱', '3/1405/221', '3 1405 0221', '31405221'])(
    'is found by its number written as %j',
    async (number) => {
      expect(await records.certificate({ ...RIGHT, number })).toMatchObject({ kind: 'completion' });
    },
  );

  it.each([
    { ...RIGHT, number: '3-1405-222' },
    { ...RIGHT, code: '3-6-88-12-2-0-0' },
    { ...RIGHT, issuedOn: '2026-06-01' },
    { ...RIGHT, number: '' },
  ])('is not found when one of the three is wrong: %j', async (asked) => {
    expect(await records.certificate(asked)).toBeNull();
  });

  it('is looked up by an index', async () => {
    const { rows } = await database.db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`
        explain select kind from records.certificates
        where code = ${CODE} and issued_on = ${ISSUED}`.execute(tx);
    });
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('certificates_pkey');
  });
});
