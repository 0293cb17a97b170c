import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { failureOf, sqlState } from './failures.ts';

/**
 * A pool whose connections give `UpstreamError` for every failure of the database, count the wait for
 * a connection into the first query's time, and are thrown away once they broke or kept us waiting:
 * the late answer would hold up whoever got the connection next.
 */
export function timedPool(pool: Pool, limitMs: number): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const asked = performance.now();
      const client = await pool.connect().catch((error) => {
        throw failureOf(error);
      });
      return timedClient(client, asked + limitMs);
    },
  };
}

/** `pg` takes a limit for one query in this place; its type leaves it out. */
interface LimitedQuery {
  text: string;
  query_timeout?: number;
}

function timedClient(client: PoolClient, firstBefore: number): PostgresPoolClient {
  let isFirst = true;
  let isBroken = false;
  const run = async (text: string, parameters: readonly unknown[]) => {
    const query: LimitedQuery = { text };
    if (isFirst) query.query_timeout = Math.max(1, Math.floor(firstBefore - performance.now()));
    isFirst = false;
    try {
      return await client.query(query, [...parameters]);
    } catch (error) {
      isBroken ||= sqlState(error) === null;
      throw failureOf(error);
    }
  };
  return {
    query: run as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy || isBroken),
  };
}
