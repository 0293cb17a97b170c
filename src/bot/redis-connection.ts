import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';

const COMMAND_MS = 200;
const CONNECT_MS = 2_000;
const LONGEST_RETRY_MS = 2_000;
/** A process that is starting may itself be too busy to hear an answer in time. */
const FIRST_PINGS = 5;
/** A command follows its key to another node of a cluster so often. */
const MOST_REDIRECTIONS = 3;
const AGAIN_AFTER_MS = 50;
const LOOK_FOR_NODES_EVERY_MS = 5_000;

/** One server, or a whole cluster. Keys of one command must have one hash tag. */
export type RedisConnection = Redis | Cluster;

const OPTIONS = {
  commandTimeout: COMMAND_MS,
  connectTimeout: CONNECT_MS,
  maxRetriesPerRequest: 0,
} satisfies RedisOptions;

const retry = (tries: number) => Math.min(tries * 100, LONGEST_RETRY_MS);

/**
 * Connects to the server at this address; where it belongs to a cluster, to all of that. Throws `SetupError` when
 * it cannot be reached.
 */
export async function connectRedis(url: string, logger: Logger): Promise<RedisConnection> {
  const options = { ...OPTIONS, enableOfflineQueue: false, retryStrategy: retry };
  const server = new Redis(url, { ...options, lazyConnect: true });
  await open(server, logger);
  if (!(await isInCluster(server))) return server;
  const cluster = clusterAround(server.options);
  server.disconnect();
  await open(cluster, logger);
  return cluster;
}

/** Whoever may not be asked is taken for a single server. */
async function isInCluster(server: Redis): Promise<boolean> {
  const told = await server.info('cluster').catch(() => '');
  return told.includes('cluster_enabled:1');
}

function clusterAround({ host, port, username, password, tls }: RedisOptions): Cluster {
  return new Cluster([{ host, port }], {
    lazyConnect: true,
    enableOfflineQueue: false,
    clusterRetryStrategy: retry,
    maxRedirections: MOST_REDIRECTIONS,
    retryDelayOnFailover: AGAIN_AFTER_MS,
    retryDelayOnClusterDown: AGAIN_AFTER_MS,
    retryDelayOnTryAgain: AGAIN_AFTER_MS,
    slotsRefreshTimeout: CONNECT_MS,
    slotsRefreshInterval: LOOK_FOR_NODES_EVERY_MS,
    redisOptions: { ...OPTIONS, username, password, tls },
  });
}

async function open(redis: RedisConnection, logger: Logger): Promise<void> {
  let isDown = false;
  let isOpened = false;
  let refusal: Error | null = null;
  redis.on('error', (error: Error) => {
    refusal = error;
    if (!isDown && isOpened) logger.error({ err: error }, 'Redis cannot be reached; trying again');
    isDown = true;
  });
  redis.on('ready', () => {
    isDown = false;
  });
  try {
    await redis.connect();
    await patientPing(redis);
    isOpened = true;
  } catch (failed) {
    redis.disconnect();
    // The command that failed tells only that the connection is closed.
    const cause: unknown = refusal ?? failed;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SetupError(`REDIS_URL: Redis cannot be reached (${reason})`, { cause });
  }
}

async function patientPing(redis: RedisConnection): Promise<void> {
  for (let pings = 1; ; pings++) {
    try {
      await redis.ping();
      return;
    } catch (error) {
      if (pings === FIRST_PINGS) throw error;
    }
  }
}
