import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { GrammyError, type RawApi } from 'grammy';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createDispatch, type Dispatch } from '../src/bot/dispatch.ts';
import { putBulkIntoOutbox } from '../src/bot/outbox.ts';
import type { Outgoing } from '../src/bot/outgoing.ts';
import { BULK_A_SECOND } from '../src/bot/pace.ts';
import type { BotTables } from '../src/bot/tables.ts';
import { createTelegram } from '../src/bot/telegram.ts';
import { createWorker } from '../src/bot/workers.ts';
import { openDatabase } from '../src/database/database.ts';
import { migrate } from '../src/database/migrate.ts';
import { PATHS } from '../src/paths.ts';
import { startPostgres } from '../tests/helpers/private-postgres.ts';
import { putReplies } from '../tests/helpers/put-replies.ts';

const TOKEN = '1:bench';
const BOT_ID = 1;
const WORKERS = 2;
const REPLY_EVERY_MS = 250;
const silent = pino({ level: 'silent' });

interface Tally {
  arrivals: number[];
  refused: number;
  chats: number[];
  replyLatencies: number[];
}

/**
 * News to many citizens through two workers on PostgreSQL while others are being answered, beside one that sends in
 * sequence and waits when it is told to; the server takes thirty in any second and answers after 60 ms.
 */
export async function benchFanOut(
  print: (line: string) => void = console.log,
  citizens = 600,
): Promise<void> {
  const server = fork(join(import.meta.dirname, 'fan-out/server.ts'));
  const postgres = await startPostgres();
  const database = await openDatabase<BotTables>({ url: postgres.url });
  try {
    const [port] = (await once(server, 'message')) as [number];
    const root = `http://127.0.0.1:${port}`;
    const fewer = Math.ceil(citizens / 4);
    await inSequence(createTelegram(TOKEN, root, silent).calls, fewer);
    print(`fan-out: in sequence (baseline): ${line(await tallyOf(server), fewer)}`);
    await migrate(database, PATHS.migrations);
    await throughOutbox(database.db, root, citizens);
    const tally = await tallyOf(server);
    print(`fan-out: outbox of ${WORKERS} workers at ${BULK_A_SECOND}/s: ${line(tally, citizens)}`);
    const late = tally.replyLatencies.toSorted((a, b) => a - b);
    const p99 = late[Math.floor(late.length * 0.99)];
    print(`fan-out: ${late.length} replies meanwhile, from commit to the server: p99 ${p99} ms`);
  } finally {
    await database.close();
    await postgres.stop();
    server.disconnect();
  }
}

async function inSequence(calls: RawApi, citizens: number): Promise<void> {
  for (let chatId = 1; chatId <= citizens; ) {
    try {
      await calls.sendMessage({ chat_id: chatId, text: 'news' });
      chatId++;
    } catch (error) {
      if (!(error instanceof GrammyError)) throw error;
      await wait((error.parameters.retry_after ?? 1) * 1_000);
    }
  }
}

async function throughOutbox(db: Kysely<BotTables>, root: string, citizens: number): Promise<void> {
  const workers = Array.from({ length: WORKERS }, () => createWorker(db, silent));
  const members = workers.map((worker) => {
    const { calls } = createTelegram(TOKEN, root, silent);
    const parts = { calls, db, durable: db, botId: BOT_ID, worker, logger: silent, assets: {} };
    return { worker, dispatch: createDispatch(parts) };
  });
  await Promise.all(workers.map((worker) => worker.start()));
  await db.transaction().execute(async (tx) => {
    for (let chatId = 1; chatId <= citizens; chatId++) {
      await putBulkIntoOutbox(tx, { botId: BOT_ID, chatId, key: `news:${chatId}` }, [text('news')]);
    }
  });
  await Promise.all(members.map(({ dispatch }) => dispatch.start()));
  for (let n = 0; await hasBulk(db); n++) {
    const { worker, dispatch } = members[n % WORKERS]!;
    await reply(db, worker.id, dispatch, -1 - n);
    await wait(REPLY_EVERY_MS);
  }
  await Promise.all(members.map(({ dispatch }) => dispatch.stop(2_000)));
  await Promise.all(workers.map((worker) => worker.stop()));
}

async function reply(
  db: Kysely<BotTables>,
  workerId: string,
  dispatch: Dispatch,
  n: number,
): Promise<void> {
  const origin = { botId: BOT_ID, chatId: 1_000_000 - n, key: `reply:${n}`, workerId };
  const messages = [text(String(Date.now()))];
  dispatch.push(await putReplies(db, origin, messages));
}

async function hasBulk(db: Kysely<BotTables>): Promise<boolean> {
  const row = db.selectFrom('outbox').select('id').where('bulk', '=', true).limit(1);
  return (await row.executeTakeFirst()) !== undefined;
}

async function tallyOf(server: ChildProcess): Promise<Tally> {
  server.send('tally');
  const [tally] = (await once(server, 'message')) as [Tally];
  return tally;
}

function line({ arrivals, refused, chats }: Tally, citizens: number): string {
  const seconds = (arrivals.at(-1)! - arrivals[0]!) / 1_000;
  const rate = ((chats.length - 1) / seconds).toFixed(1);
  const busiest = Math.max(
    ...arrivals.map((at) => arrivals.filter((other) => other > at - 1_000 && other <= at).length),
  );
  const twice = chats.length - new Set(chats).size;
  return `${citizens} messages, ${rate}/s, busiest second ${busiest} (limit 30), ${refused} refused, ${twice} doubled`;
}

function text(words: string): Outgoing {
  const link_preview_options = { is_disabled: true } as const;
  return {
    method: 'sendMessage',
    payload: { text: words, parse_mode: 'HTML', link_preview_options },
  };
}

if (import.meta.main) await benchFanOut(console.log, Number(process.argv[2] ?? 600));
