import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Client } from 'pg';
import { inject } from 'vitest';
import type { Database, DatabaseLimits } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { restorePglite } from '../../src/database/pglite.ts';
import { MIGRATIONS } from './database-dump.ts';

export interface TestDatabase {
  /** For the name of the suite. */
  name: 'PGlite' | 'PostgreSQL';
  /** A database of the test's own with every migration done. Close it when the test is over. */
  open<Schema>(limits?: Partial<DatabaseLimits>): Promise<Database<Schema>>;
}

/** One whose address another process may be given. */
export type PostgresCopy<Schema> = Database<Schema> & { url: string };

/** On a crowded machine a second is short; tests of the limits themselves pass their own. */
const PATIENT: DatabaseLimits = { queryMs: 20_000, connections: 10 };

/**
 * Both engines, for `describe.each(testDatabases())`: whatever the product promises it promises on each.
 */
export function testDatabases(): TestDatabase[] {
  return [
    { name: 'PGlite', open: openPgliteCopy },
    { name: 'PostgreSQL', open: openPostgres },
  ];
}

async function openPgliteCopy<Schema>(limits: Partial<DatabaseLimits> = {}) {
  const dump = await openAsBlob(inject('embedded').dump);
  return restorePglite<Schema>(dump, { ...PATIENT, ...limits });
}

/** A PostgreSQL database of the test's own with every migration done, as `testDatabases()` has it. */
export async function openPostgres<Schema>(
  limits: Partial<DatabaseLimits> = {},
): Promise<PostgresCopy<Schema>> {
  const fresh = await createPostgresDatabase();
  const database = await openDatabase<Schema>({ url: fresh.url }, { ...PATIENT, ...limits });
  await migrate(database, MIGRATIONS);
  const close = async () => {
    await database.close();
    await fresh.drop();
  };
  return { ...database, url: fresh.url, close };
}

/** An empty database on the tests' PostgreSQL server. */
export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `pasokh_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
