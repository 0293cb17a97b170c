import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { PoolClient } from 'pg';
import { UpstreamError } from '../errors.ts';
import { failureOf, spoilsConnection, unreachable } from './failures.ts';
import { createStatementNames } from './statement-names.ts';

const DRAINING_MS = 4_000;

export interface ClientPool {
  connect(): Promise<Pick<PoolClient, 'query' | 'release'>>;
  end(): Promise<void>;
}

export interface TimedPool extends PostgresPool {
  /** Lets what is in hand finish; whoever asks from now on is turned away. */
  drain(): Promise<void>;
}

/**
 * A pool whose connections give `UpstreamError` for every failure of the database, count the wait for
 * a connection into the first query's time, and are thrown away once they broke or kept us waiting:
 * the late answer would hold up whoever got the connection next.
 */
export function timedPool(pool: ClientPool, limitMs: number): TimedPool {
  const nameOf = createStatementNames();
  let inHand = 0;
  let isDraining = false;
  let onIdle = () => {};
  const done = () => {
    if (--inHand === 0) onIdle();
  };
  return {
    options: {},
    end: () => pool.end(),
    async connect() {
      if (isDraining) throw new UpstreamError('The database is being closed');
      const asked = performance.now();
      inHand++;
      const client = await pool.connect().catch((error) => {
        done();
        throw unreachable(error);
      });
      return timedClient(client, { nameOf, firstBefore: asked + limitMs, released: done });
    },
    async drain() {
      isDraining = true;
      const idle = new Promise<void>((resolve) => {
        onIdle = resolve;
      });
      if (inHand > 0) await atMost(DRAINING_MS, idle);
    },
  };
}

/** `pg` takes a limit for one query in this place; its type leaves it out. */
interface LimitedQuery {
  text: string;
  name?: string;
  query_timeout?: number;
}

function timedClient(
  client: Pick<PoolClient, 'query' | 'release'>,
  {
    nameOf,
    firstBefore,
    released,
  }: {
    nameOf: (text: string) => string | null;
    firstBefore: number;
    released: () => void;
  },
): PostgresPoolClient {
  let isFirst = true;
  let isBroken = false;
  const run = async (text: string, parameters: readonly unknown[]) => {
    const query: LimitedQuery = { text };
    const name = nameOf(text);
    if (name !== null) query.name = name;
    if (isFirst) query.query_timeout = Math.max(1, Math.floor(firstBefore - performance.now()));
    isFirst = false;
    try {
      return await client.query(query, [...parameters]);
    } catch (error) {
      isBroken ||= spoilsConnection(error);
      throw failureOf(error);
    }
  };
  return {
    query: run as unknown as PostgresPoolClient['query'],
    release(destroy) {
      client.release(destroy || isBroken);
      released();
    },
  };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
