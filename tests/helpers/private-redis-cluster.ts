import { Redis } from 'ioredis';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import type { Service } from './private-postgres.ts';
import { startRedisServer } from './private-redis.ts';

export interface RedisCluster {
  /** Of one node. */
  url: string;
  nodes: Service[];
  stop(): Promise<void>;
}

const SLOTS = 16_384;

/** Three servers of the installed Redis, each with a third of the keys. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const nodes = await Promise.all([0, 1, 2].map(startNode));
  const clients = nodes.map(({ service }) => new Redis(service.url));
  const [first] = clients;
  await Promise.all(
    clients.map((client, n) => {
      const [from, to] = [n, n + 1].map((third) => Math.ceil((third * SLOTS) / clients.length));
      return client.cluster('ADDSLOTSRANGE', from!, to! - 1);
    }),
  );
  for (const { service, busPort } of nodes.slice(1)) {
    await first!.cluster('MEET', '127.0.0.1', new URL(service.url).port, busPort);
  }
  await eventually(async () => {
    const states = await Promise.all(clients.map((client) => client.cluster('INFO')));
    if (!states.every((state) => String(state).includes('cluster_state:ok'))) {
      throw new Error('the nodes do not know each other yet');
    }
  });
  for (const client of clients) client.disconnect();
  return {
    url: nodes[0]!.service.url,
    nodes: nodes.map(({ service }) => service),
    async stop() {
      await Promise.all(nodes.map(({ service }) => service.stop()));
    },
  };
}

async function startNode() {
  const busPort = await freePort();
  const settings = ['--cluster-enabled', 'yes', '--cluster-port', `${busPort}`];
  return { service: await startRedisServer(settings), busPort };
}
