import { CompiledQuery, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { partiesByMobileQuery, propertyFilesQuery } from '../../src/records/record-queries.ts';
import { recordStoreContract } from '../contracts/record-store.ts';
import { testDatabases } from '../helpers/database.ts';
import { openMunicipality } from './records-folder.ts';

for (const { name, open } of testDatabases()) {
  recordStoreContract(
    name,
    async (files) => {
      const city = await openMunicipality(open);
      if (files) await city.load(files);
      return { records: postgresRecords(city.database.db), close: city.close };
    },
    async () => {
      const database = await open({ queryMs: 50, connections: 1 });
      const done = await keepBusy(database);
      return { records: postgresRecords(database.db), close: () => done().then(database.close) };
    },
  );
}

describe.each(testDatabases())('each question on $name', ({ open }) => {
  test.each([
    ['a property’s file', propertyFilesQuery(['3-11-245-7-0-0-0'])],
    ['the parties of a mobile', partiesByMobileQuery(['ab'])],
  ])('finds %s by indexes alone', async (_, query) => {
    const { db, close } = await open();
    const plan = await db.transaction().execute(async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      const explained = CompiledQuery.raw(`explain ${query.sql}`, [...query.parameters]);
      return (await tx.executeQuery(explained)).rows as Record<string, string>[];
    });
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Index');
    expect(text).not.toContain('Seq Scan');
    await close();
  });
});

/** Holds the only connection until it is told to let go. */
async function keepBusy(database: Database<unknown>): Promise<() => Promise<unknown>> {
  let free = () => {};
  const isFree = new Promise<void>((resolve) => {
    free = resolve;
  });
  let begun = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const work = database.db.connection().execute(async () => {
    begun();
    await isFree;
  });
  await hasBegun;
  return () => {
    free();
    return work;
  };
}
