import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createDispatch, type Dispatch } from '../../src/bot/dispatch.ts';
import { putBulkIntoOutbox } from '../../src/bot/outbox.ts';
import type { Outgoing } from '../../src/bot/outgoing.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { createTelegram } from '../../src/bot/telegram.ts';
import type { Worker } from '../../src/bot/workers.ts';
import type { Database } from '../../src/database/database.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import type { TestDatabase } from '../helpers/database.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';
import { putReplies } from '../helpers/put-replies.ts';

export interface FleetMember {
  worker: Worker;
  dispatch: Dispatch;
  log(): string;
  /** As if it had been taken for dead for a moment, and lived again. */
  lapses(): void;
  /** Commits replies to a chat as a turn does, and hands them to the sender. */
  replies(chatId: number, ...texts: string[]): Promise<void>;
  /** Commits them and dies before they are handed over. */
  commits(chatId: number, ...texts: string[]): Promise<void>;
}

export interface FleetSuite {
  readonly api: BotApiServer;
  readonly db: Database<BotTables>['db'];
  joins(): Promise<FleetMember>;
  /** Bulk to so many chats, one message each. */
  announces(chatIds: number[], text?: string): Promise<void>;
  isDead(member: FleetMember): Promise<void>;
  nothingWaits(): Promise<void>;
}

/** Gives every test of the surrounding suite a Bot API, an empty outbox, and workers that send from it. */
export function fleetSuite({ open }: TestDatabase): FleetSuite {
  let database: Database<BotTables>;
  let api: BotApiServer;
  let members: FleetMember[];
  let keys = 0;

  beforeAll(async () => {
    database = await open<BotTables>();
  });
  beforeEach(async () => {
    api = await startBotApi();
    members = [];
    await sql`delete from outbox`.execute(database.db);
  });
  afterEach(async () => {
    await Promise.all(
      members.map(async ({ dispatch, worker }) => {
        await dispatch.stop(500);
        await worker.stop();
      }),
    );
    await api.close();
  });
  afterAll(() => database.close());

  const inTransaction = <T>(work: (tx: Transaction<BotTables>) => Promise<T>) =>
    database.db.transaction().execute(work);
  const originOf = (chatId: number) => ({
    botId: api.botId,
    chatId,
    key: `${api.botId}-${keys++}`,
  });

  return {
    get api() {
      return api;
    },
    get db() {
      return database.db;
    },
    async joins() {
      const { logger, log } = recordingLogger([api.token]);
      let lapsedAt = 0;
      const worker = neverSilent(database.db, () => lapsedAt);
      const { calls } = createTelegram(api.token, api.root, logger);
      const { db } = database;
      const about = { botId: api.botId, worker, logger, assets: {} };
      const dispatch = createDispatch({ calls, db, durable: db, ...about });
      await worker.start();
      await dispatch.start();
      const put = async (chatId: number, texts: string[]) => {
        const origin = { ...originOf(chatId), workerId: worker.id };
        const messages = texts.map(message);
        return putReplies(db, origin, messages);
      };
      const member: FleetMember = {
        worker,
        dispatch,
        log,
        lapses: () => {
          lapsedAt = performance.now();
        },
        replies: async (chatId, ...texts) => dispatch.push(await put(chatId, texts)),
        commits: async (chatId, ...texts) => void (await put(chatId, texts)),
      };
      members.push(member);
      return member;
    },
    async announces(chatIds, text = 'news') {
      await inTransaction(async (tx) => {
        for (const chatId of chatIds)
          await putBulkIntoOutbox(tx, originOf(chatId), [message(text)]);
      });
    },
    async isDead({ worker, dispatch }) {
      // As after kill -9: nothing is sent any more, and others learn of it only by its silence.
      await dispatch.stop(0);
      await worker.stop();
      await database.db
        .insertInto('bot.workers')
        .values({ id: worker.id, alive_until: new Date(0) })
        .execute();
    },
    nothingWaits: () =>
      eventually(async () => {
        expect(await database.db.selectFrom('outbox').select('id').execute()).toEqual([]);
      }),
  };
}

/** A worker that lives until it is stopped: on a crowded machine a real one may fall silent for too long. */
function neverSilent(db: Database<BotTables>['db'], aliveSince: () => number): Worker {
  const id = randomUUID();
  return {
    id,
    async start() {
      await sql`insert into bot.workers (id, alive_until) values (${id}, now() + interval '1 hour')`.execute(
        db,
      );
    },
    async stop() {
      await db.deleteFrom('bot.workers').where('id', '=', id).execute();
    },
    isStale: () => false,
    aliveSince,
  };
}

export function message(text: string): Outgoing {
  return {
    method: 'sendMessage',
    payload: { text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  };
}
