import type { Socket } from 'node:net';
import { Client, type ClientConfig, type QueryConfig } from 'pg';
import { sqlState } from './failures.ts';
import type { ClientPool } from './timed-pool.ts';

const BEGINS = /^\s*(?:begin|start)\b/i;

/**
 * A few connections over which the statements of many turns go at once, none waiting for the answer of the one
 * before: what is asked in the same moment leaves in one packet, and a packet costs more than a short question. A
 * statement that waits keeps all behind it waiting, so whatever may wait for a lock, and every transaction, takes
 * a connection of its own elsewhere.
 */
export function sharedConnections(config: ClientConfig, count: number): ClientPool {
  const lanes = Array.from({ length: count }, () => createLane(config));
  let next = 0;
  return {
    connect: () => lanes[next++ % count]!.connect(),
    end: async () => void (await Promise.all(lanes.map((lane) => lane.end()))),
  };
}

interface Opened {
  client: Client;
  shared: Awaited<ReturnType<ClientPool['connect']>>;
}

/** One connection, opened when it is asked for and again when it has broken. */
function createLane(config: ClientConfig): ClientPool {
  let current: Promise<Opened> | null = null;

  function open(): Promise<Opened> {
    const client = new Client({ ...config, pipeline: true });
    const forget = () => {
      if (current === opening) current = null;
    };
    // Whoever waits for an answer hears of a break; whoever comes after it gets a new connection.
    client.on('error', forget).on('end', forget);
    const opening = opened(client, forget);
    opening.catch(forget);
    current = opening;
    return opening;
  }

  return {
    connect: async () => (await (current ?? open())).shared,
    async end() {
      const ending = current;
      current = null;
      await ending?.then(({ client }) => client.end()).catch(() => {});
    },
  };
}

async function opened(client: Client, broken: () => void): Promise<Opened> {
  await client.connect();
  const post = inOnePacket(client);
  async function query(asked: QueryConfig, values: unknown[]): Promise<unknown> {
    if (BEGINS.test(asked.text)) throw new Error('a transaction takes a connection of its own');
    post();
    try {
      return await client.query(asked, values);
    } catch (error) {
      // Every failure but that of one statement, a time limit too, has broken the connection.
      if (sqlState(error) === null) broken();
      throw error;
    }
  }
  return { client, shared: { query: query as Client['query'], release() {} } };
}

/** Holds back what is written until all that can run now has run. */
function inOnePacket(client: Client): () => void {
  // Its type leaves the connection out.
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
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
