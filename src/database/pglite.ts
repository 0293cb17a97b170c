import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { SetupError } from '../errors.ts';
import type { Database, DatabaseLimits } from './database.ts';
import { createGate } from './gate.ts';
import { lockFolder } from './lock-folder.ts';
import { makeCluster } from './new-cluster.ts';
import { oneAtATime } from './one-at-a-time.ts';

const CLOSING_MS = 5_000;
/** Both engines give the same values: numbers for int8, `YYYY-MM-DD` for a date. */
const PARSERS = { [types.INT8]: Number, [types.DATE]: (text: string) => text };

export async function openPglite<Schema>(
  folder: string,
  limits: DatabaseLimits,
): Promise<Database<Schema>> {
  const lock = lockFolder(folder, 'the embedded database');
  try {
    const pglite = await openCluster(folder);
    return pgliteDatabase<Schema>(pglite, limits, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The embedded database in memory, restored from a dump: a fresh one takes four seconds. */
export async function restorePglite<Schema>(
  dump: Blob,
  limits: DatabaseLimits,
): Promise<Database<Schema>> {
  const pglite = await PGlite.create({ loadDataDir: dump, parsers: PARSERS });
  return pgliteDatabase<Schema>(pglite, limits);
}

async function openCluster(folder: string): Promise<PGlite> {
  const dataDir = join(folder, 'cluster');
  try {
    if (!existsSync(dataDir)) await makeCluster(dataDir);
    return await PGlite.create({ dataDir, parsers: PARSERS });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`${dataDir}: the embedded database cannot be opened (${reason})`, {
      cause,
    });
  }
}

/** A running embedded engine as a database; `closed` is told when it has ended. */
export function pgliteDatabase<Schema>(
  pglite: PGlite,
  limits: DatabaseLimits,
  closed: () => void = () => {},
): Database<Schema> {
  const gate = createGate();
  const within = (queryMs: number) =>
    new Kysely<Schema>({ dialect: oneAtATime(new PGliteDialect({ pglite }), gate, queryMs) });
  let closing: Promise<void> | undefined;
  const close = async () => {
    // A transaction that hangs is cut off: it was never acknowledged.
    await gate.enter(CLOSING_MS).catch(() => {});
    await pglite.close();
    closed();
  };
  const db = within(limits.queryMs);
  return {
    db,
    lanes: { quick: db, durable: db },
    engine: 'pglite',
    within,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
