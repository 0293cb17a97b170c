import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { pause } from './pause.ts';
import type { BotTables } from './tables.ts';

const BEAT_MS = 1_000;
/** Three beats may get lost before others take over what is in this worker's hands. */
const ALIVE_MS = 4_000;
/** Until then its traces tell that it died in the middle of its work. */
const FORGOTTEN_AFTER_HOURS = 24;

/** This process among the others on the same database; `bot.workers` says which of them live. */
export interface Worker {
  /** New with every start of the process. */
  id: string;
  /** Resolves when the others know it. */
  start(): Promise<void>;
  /** What is still in its hands is free from now on. */
  stop(): Promise<void>;
  /** The others may take it for dead: it could not say in time that it lives. */
  isStale(): boolean;
  /**
   * By `performance.now()`: since then nobody can have taken it for dead. What came into its hands before may be in
   * another's. Infinity while it is stale.
   */
  aliveSince(): number;
}

/** @param isOnly no other process can have this database open, so whoever is written there is dead */
export function createWorker<Tables extends BotTables>(
  database: Kysely<Tables>,
  logger: Logger,
  { isOnly = false } = {},
): Worker {
  const db = database as unknown as Kysely<BotTables>;
  const id = randomUUID();
  const stopping = new AbortController();
  let aliveUntil = Number.NEGATIVE_INFINITY;
  let aliveSince = Number.POSITIVE_INFINITY;
  let beating: Promise<void> | undefined;

  const isStale = () => performance.now() > aliveUntil;

  async function beat(): Promise<void> {
    // Counted from before the question, so that we think ourselves dead before the others do.
    const asked = performance.now();
    await sql`insert into bot.workers (id, alive_until) values (${id}, ${endOfLife})
      on conflict (id) do update set alive_until = excluded.alive_until`.execute(db);
    if (isStale()) aliveSince = performance.now();
    aliveUntil = asked + ALIVE_MS;
  }

  async function beatOn(): Promise<void> {
    for (;;) {
      await pause(BEAT_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      await beat().catch((error) => {
        logger.warn({ err: error }, 'this worker could not say that it is alive');
      });
    }
  }

  return {
    id,
    async start() {
      await sql`delete from bot.workers
        where alive_until < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})`.execute(db);
      if (isOnly) {
        await sql`update bot.workers set alive_until = least(alive_until, now())`.execute(db);
      }
      await beat();
      beating = beatOn();
    },
    async stop() {
      stopping.abort();
      await beating;
      aliveUntil = Number.NEGATIVE_INFINITY;
      // Without a database it is taken for dead a few seconds later.
      await db
        .deleteFrom('bot.workers')
        .where('id', '=', id)
        .execute()
        .catch(() => {});
    },
    isStale,
    aliveSince: () => (isStale() ? Number.POSITIVE_INFINITY : aliveSince),
  };
}

const endOfLife = sql`clock_timestamp() + make_interval(secs => ${ALIVE_MS / 1_000})`;
