import { Kysely, PostgresDialect } from 'kysely';
import { Client, Pool, types } from 'pg';
import { SetupError } from '../errors.ts';
import type { Database, DatabaseLimits } from './database.ts';
import { sharedConnections } from './shared-connections.ts';
import { type ClientPool, type TimedPool, timedPool } from './timed-pool.ts';

const OPENING_MS = 5_000;
const QUICK_CONNECTIONS = 2;
/** More: each waits for the disk. */
const DURABLE_CONNECTIONS = 4;
/**
 * Every statement there finds its rows by a key, one for each of a few questions. A plan made while a table was small,
 * or for more questions, would walk through it, if need be by way of its index.
 */
const BY_INDEX = '-c enable_seqscan=off -c enable_mergejoin=off -c enable_hashjoin=off';
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
  const opened: { db: Kysely<Schema>; pool: TimedPool }[] = [];
  const open = (clients: ClientPool, queryMs: number) => {
    const pool = timedPool(clients, queryMs);
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    opened.push({ db, pool });
    return db;
  };
  const slower = new Map<number, Kysely<Schema>>();
  const within = (queryMs: number) => {
    const db = slower.get(queryMs) ?? open(openPool(url, limits.connections, queryMs), queryMs);
    slower.set(queryMs, db);
    return db;
  };
  const lane = (count: number, settings = '') => {
    const connection = connectionTo(url, limits.queryMs, `${BY_INDEX} ${settings}`);
    return open(sharedConnections(connection, count), limits.queryMs);
  };
  const close = async () => {
    await Promise.all(opened.map(({ pool }) => pool.drain()));
    await Promise.all(opened.map(({ db }) => db.destroy()));
  };
  let closing: Promise<void> | undefined;
  return {
    db: within(limits.queryMs),
    lanes: {
      quick: lane(QUICK_CONNECTIONS, '-c synchronous_commit=off'),
      durable: lane(DURABLE_CONNECTIONS),
    },
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
  const pool = new Pool({ ...connectionTo(url, queryMs), max: connections });
  // A connection that breaks is replaced when it is asked for next; unheard, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function connectionTo(url: string, queryMs: number, settings = '') {
  return {
    connectionString: url,
    application_name: 'pasokh',
    connectionTimeoutMillis: queryMs,
    query_timeout: queryMs,
    statement_timeout: queryMs,
    // A transaction that was begun and forgotten must not keep its locks.
    idle_in_transaction_session_timeout: Math.max(queryMs, 10_000),
    // Compiling a question takes longer than to answer it.
    options: `-c timezone=UTC -c jit=off ${settings}`,
    keepAlive: true,
    types: TYPES,
  };
}
