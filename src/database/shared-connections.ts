import type { Socket } from 'node:net';
import { Client, type ClientConfig, type QueryConfig } from 'pg';
import { spoilsConnection } from './failures.ts';
import type { ClientPool } from './timed-pool.ts';

const BEGINS = /^\s*(?:begin|start)\b/i;
/** One that could not be opened is left alone for so long while there are others. */
const REST_MS = 1_000;

type LimitedConfig = ClientConfig & { query_timeout: number };

/**
 * A few connections over which the statements of many turns go at once, none waiting for the answer of the one
 * before: what is asked in the same moment leaves in one packet, and a packet costs more than a short question. A
 * statement that waits keeps all behind it waiting, so whatever may wait for a lock, and every transaction, takes
 * a connection of its own elsewhere.
 */
export function sharedConnections(config: LimitedConfig, count: number): ClientPool {
  const lanes = Array.from({ length: count }, () => createLane(config));
  return {
    // One that is held up has the most in hand, so those who come after go past it.
    connect: () => lanes.reduce((a, b) => (b.load() < a.load() ? b : a)).connect(),
    end: async () => void (await Promise.all(lanes.map((lane) => lane.end()))),
  };
}

type Query = Awaited<ReturnType<ClientPool['connect']>>['query'];

interface Opened {
  query: Query;
  part(): Promise<void>;
}

interface Lane extends ClientPool {
  /** How many wait for it; Infinity when it could not be opened just now. */
  load(): number;
}

/** One connection, opened when it is asked for and again when it is of no more use. */
function createLane(config: LimitedConfig): Lane {
  let current: Promise<Opened> | null = null;
  let inHand = 0;
  let failedAt = Number.NEGATIVE_INFINITY;
  const release = () => {
    inHand--;
  };

  function open(): Promise<Opened> {
    const client = new Client({ ...config, pipeline: true });
    const forget = () => {
      if (current === opening) current = null;
    };
    // Whoever waits for an answer hears of a break; whoever comes after it gets a new connection.
    client.on('error', forget).on('end', forget);
    const opening = opened(client, config.query_timeout, forget);
    opening.catch(() => {
      failedAt = performance.now();
      forget();
    });
    current = opening;
    return opening;
  }

  return {
    load: () => (performance.now() - failedAt < REST_MS ? Number.POSITIVE_INFINITY : inHand),
    async connect() {
      inHand++;
      try {
        return { query: (await (current ?? open())).query, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    async end() {
      const ending = current;
      current = null;
      await ending?.then(({ part }) => part()).catch(() => {});
    },
  };
}

async function opened(client: Client, limitMs: number, forget: () => void): Promise<Opened> {
  await client.connect();
  // Its type leaves the connection out.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const post = inOnePacket(stream);
  let parting: Promise<void> | null = null;
  const part = () => {
    parting ??= partFrom(client, stream, limitMs);
    return parting;
  };
  async function query(asked: QueryConfig, values: unknown[]): Promise<unknown> {
    if (BEGINS.test(asked.text)) throw new Error('a transaction takes a connection of its own');
    post();
    try {
      return await client.query(asked, values);
    } catch (error) {
      if (spoilsConnection(error)) {
        forget();
        void part();
      }
      throw error;
    }
  }
  return { query: query as Query, part };
}

/** Lets what is in hand be answered. Nobody waits longer for that, or for a server that does not say goodbye. */
async function partFrom(client: Client, stream: Socket, limitMs: number): Promise<void> {
  const late = setTimeout(() => stream.destroy(), limitMs);
  await client.end().catch(() => {});
  clearTimeout(late);
}

/** Holds back what is written until all that can run now has run. */
function inOnePacket(stream: Socket): () => void {
  let isHeld = false;
  return () => {
    if (isHeld) return;
    isHeld = true;
    stream.cork();
    setImmediate(() => {
      isHeld = false;
      stream.uncork();
    });
  };
}
