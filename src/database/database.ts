import type { Kysely } from 'kysely';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

/** One query interface over both engines; the same SQL runs on each. */
export interface Database<Schema> {
  /**
   * Every query on it, the wait for a connection included, ends within the limit or fails with `UpstreamError`.
   * On the embedded engine the limit is on the wait: what has begun there cannot be broken off.
   */
  db: Kysely<Schema>;
  /**
   * The same for short statements that are a transaction by themselves: those of many turns go over few connections
   * at once, so nothing that may wait long for a lock.
   */
  lanes: Lanes<Schema>;
  engine: 'pglite' | 'postgres';
  /** The same database under another time limit: for imports and migrations, never for a citizen's question. */
  within(queryMs: number): Kysely<Schema>;
  /** Finishes what is in hand, then closes; nothing is taken on any more. */
  close(): Promise<void>;
}

export interface Lanes<Schema> {
  /** For questions, and for changes that may be lost if the database crashes. */
  quick: Kysely<Schema>;
  /** For changes that are to last. */
  durable: Kysely<Schema>;
}

export interface DatabaseLimits {
  /** Milliseconds a query may take, the wait for a connection included. */
  queryMs: number;
  /** Most connections held at once (PostgreSQL). */
  connections: number;
}

const CITIZENS_LIMITS: DatabaseLimits = { queryMs: 1_000, connections: 10 };

/**
 * Opens PostgreSQL by its address or the embedded database in a folder, which it makes on first use.
 * Throws `SetupError` when it cannot be opened or, embedded, is in use by another process.
 */
export async function openDatabase<Schema>(
  options: { url: string } | { folder: string },
  limits: Partial<DatabaseLimits> = {},
): Promise<Database<Schema>> {
  const all = { ...CITIZENS_LIMITS, ...limits };
  return 'url' in options ? openPostgres(options.url, all) : openPglite(options.folder, all);
}
