import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { SetupError } from '../../errors.ts';
import { type AnyDatabase, execute } from './staging.ts';

/** What the import needs of an open database. */
export interface ImportDatabase<Schema = unknown> {
  engine: 'pglite' | 'postgres';
  within(queryMs: number): Kysely<Schema>;
}

/** A statement of the import may take minutes on a large city; a citizen's question never waits for it. */
const STATEMENT_MS = 1_800_000;
/** Names the advisory lock of imports among all that a database may hold. */
export const IMPORT_LOCK = 7_205_611_402;
const MOST_TRIES = 10;
const BETWEEN_TRIES_MS = 300;
const BUSY = 'another import is running; nothing was changed';

const running = new WeakSet<object>();

/**
 * Runs one import at a time. On PostgreSQL the lock and all the work are on one connection, so that the
 * lock cannot be lost without the work; the embedded engine has one process, which must be free to answer
 * between the batches.
 */
export async function alone<Schema, T>(
  database: ImportDatabase<Schema>,
  work: (db: AnyDatabase) => Promise<T>,
): Promise<T> {
  const db = database.within(STATEMENT_MS) as unknown as AnyDatabase;
  return database.engine === 'postgres'
    ? aloneInCluster(db, work)
    : aloneInProcess(database, db, work);
}

async function aloneInProcess<T>(
  database: object,
  db: AnyDatabase,
  work: (db: AnyDatabase) => Promise<T>,
): Promise<T> {
  if (running.has(database)) throw new SetupError(BUSY);
  running.add(database);
  try {
    return await work(db);
  } finally {
    running.delete(database);
  }
}

function aloneInCluster<T>(db: AnyDatabase, work: (db: AnyDatabase) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await claim(connection);
    try {
      return await work(connection);
    } finally {
      await execute(connection, `select pg_advisory_unlock(${IMPORT_LOCK})`).catch(() => {});
    }
  });
}

/** The server may take a moment to notice that an import was killed, so one look is not enough. */
async function claim(connection: AnyDatabase): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { rows } = await execute<{ ours: boolean }>(
      connection,
      `select pg_try_advisory_lock(${IMPORT_LOCK}) as ours`,
    );
    if (rows[0]?.ours) return;
    if (tries === MOST_TRIES) throw new SetupError(BUSY);
    await setTimeout(BETWEEN_TRIES_MS);
  }
}
