import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { SetupError } from '../errors.ts';
import type { Database, DatabaseLimits } from './database.ts';
import { type TimedPool, timedPool } from './timed-pool.ts';

const OPENING_MS = 5_000;
/** Both engines give the same values: numbers for int8, `YYYY-MM-DD` for a date. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, Number],
  [types.builtins.DATE, (text) => text],
]);
const TYPES = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) || types.getTypeParser(oid, format as 'text'),
};

export async function openPostgres<Schema>(
  url: string,
  limits: DatabaseLimits,
): Promise<Database<Schema>> {
  await tryConnecting(url);
  const opened = new Map<number, { db: Kysely<Schema>; pool: TimedPool }>();
  const open = (queryMs: number) => {
    const pool = timedPool(openPool(url, limits.connections, queryMs), queryMs);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    opened.set(queryMs, { db, pool });
    return db;
  };
  const within = (queryMs: number) => opened.get(queryMs)?.db ?? open(queryMs);
  const close = async () => {
    const all = [...opened.values()];
    await Promise.all(all.map(({ pool }) => pool.drain()));
    await Promise.all(all.map(({ db }) => db.destroy()));
  };
  let closing: Promise<void> | undefined;
  return {
    db: within(limits.queryMs),
    engine: 'postgres',
    within,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

/** A wrong address is the operator's to mend, so it is found out at the start. */
async function tryConnecting(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: OPENING_MS });
  // Else a connection that breaks while it is being closed ends the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new SetupError(`DATABASE_URL: the database cannot be reached (${reason})`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}

function openPool(url: string, connections: number, queryMs: number): Pool {
  return new Pool({
    connectionString: url,
    application_name: 'pasokh',
    max: connections,
    connectionTimeoutMillis: queryMs,
    query_timeout: queryMs,
    statement_timeout: queryMs,
    // A transaction that was begun and forgotten must not keep its locks.
    idle_in_transaction_session_timeout: Math.max(queryMs, 10_000),
    options: '-c timezone=UTC',
    keepAlive: true,
    types: TYPES,
  });
}
