import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { startChild } from '../helpers/child.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';
import { placeEmbedded } from '../helpers/embedded-folder.ts';
import { charges, KEYED_HASH, NOW, properties, type Row, writeRecords } from './records-folder.ts';

const IMPORTER = join(import.meta.dirname, 'import-and-tell.ts');
const COUNT = 12_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function priced(rials: number): { properties: Row[]; charges: Row[] } {
  return {
    properties: properties(COUNT),
    charges: charges(COUNT).map((row) => ({ ...row, principal_rials: rials })),
  };
}

/** Kills an import at that point and says what is on record afterwards, then after importing again. */
async function killedAt(point: string, where: { url: string } | { folder: string }) {
  const dir = join(folder, 'records');
  rmSync(dir, { recursive: true, force: true });
  const { mkdir } = await import('node:fs/promises');
  await mkdir(dir);

  await withDatabase(where, async (database) => {
    await migrate(database, MIGRATIONS);
    await writeRecords(dir, priced(1_000));
    await importRecords({ database, dir, keyedHash: KEYED_HASH, now: () => NOW });
  });
  await writeRecords(dir, priced(2_000));

  const importer = startChild([IMPORTER, JSON.stringify(where), dir]);
  for (let line = await importer.line(); line !== point; line = await importer.line()) {
    if (line === null) throw new Error((await importer.ended()).stderr);
  }
  importer.kill('SIGKILL');
  await importer.ended();

  return withDatabase(where, async (database) => {
    const killed = await onRecord(database);
    const report = await importRecords({ database, dir, keyedHash: KEYED_HASH, now: () => NOW });
    return { killed, outcome: report.outcome, again: await onRecord(database) };
  });
}

async function withDatabase<T>(
  where: { url: string } | { folder: string },
  work: (database: Database<unknown>) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(where, { queryMs: 60_000 });
  return work(database).finally(() => database.close());
}

async function onRecord({ db }: Database<unknown>): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from records.properties) as properties, count(*) as charges,
      min(principal_rials) as least, max(principal_rials) as most,
      (select count(*) from records.imports) as imports from records.charges`.execute(db);
  return rows[0]!;
}

const OLD = { properties: COUNT, charges: COUNT, least: 1_000, most: 1_000, imports: 1 };
const NEW = { ...OLD, least: 2_000, most: 2_000, imports: 2 };

/** Three imports of thousands of rows, one of them by a program that is killed; for each the database is opened anew. */
const PATIENCE_MS = 60_000;

test.each(['reading', 'changing'])(
  'an import killed while %s leaves the old records in the embedded database, and the next one succeeds',
  async (point) => {
    placeEmbedded(folder, 'database');
    const result = await killedAt(point, { folder: join(folder, 'database') });
    expect(result).toEqual({ killed: OLD, outcome: 'loaded', again: NEW });
  },
  PATIENCE_MS,
);

test.each(['reading', 'changing'])(
  'an import killed while %s leaves the old records in PostgreSQL, and the next one succeeds',
  async (point) => {
    const fresh = await createPostgresDatabase();
    const result = await killedAt(point, { url: fresh.url });
    expect(result).toEqual({ killed: OLD, outcome: 'loaded', again: NEW });
    await fresh.drop();
  },
);
