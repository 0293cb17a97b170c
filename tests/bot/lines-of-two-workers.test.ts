import { type Kysely, sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCommits } from '../../src/bot/commit-statement.ts';
import { commitTurn, updateOrigin } from '../../src/bot/commit-turn.ts';
import { createLines } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/database.ts';
import { NEW_STATE } from '../../src/dialogue/state.ts';
import { openPostgres, type PostgresCopy } from '../helpers/database.ts';

const BOT_ID = 7;
const CHATS = Array.from({ length: 40 }, (_, n) => 101 + n);
const MIDDLE = 120;

let one: PostgresCopy<BotTables>;
let other: Database<BotTables>;

beforeAll(async () => {
  one = await openPostgres<BotTables>();
  other = await openDatabase<BotTables>({ url: one.url }, { queryMs: 20_000 });
});
afterAll(async () => {
  await other.close();
  await one.close();
});

const standing = (worker: string, chatId: number, updateId: number) => ({
  line: `${BOT_ID}:${chatId}`,
  ticket: `${worker}/${updateId}/${updateId}`,
  ...{ botId: BOT_ID, updateId, citizenId: null },
});

test('a worker that commits turns and one that takes places in the same lines never lock each other out', async () => {
  const lines = createLines(one.lanes.quick);
  let statements = 0;
  const counting = (db: Kysely<BotTables>) =>
    new Proxy(db, {
      get(target, name) {
        if (name === 'executeQuery') statements++;
        return Reflect.get(target, name).bind(target);
      },
    });
  const others = createLines(counting(other.lanes.quick));
  const commits = createCommits(counting(one.lanes.durable), null);
  const commit = (chatId: number, updateId: number) =>
    commitTurn(
      one.db,
      updateOrigin({ botId: BOT_ID, updateId, chatId }),
      standing('one', chatId, updateId),
      { citizenId: '', now: new Date(), session: null, effects: [], messages: [] },
      {
        commits,
        sessions: { saves: 'in-transaction' },
        performEffect: async () => 'done',
        workerId: 'one',
        retryConflicts: (work) => work(),
      },
    );
  await Promise.all(CHATS.map((chatId) => lines.join(standing('one', chatId, chatId), true)));
  const held = await holdLine(MIDDLE);
  const committing = CHATS.toReversed().map((chatId) => commit(chatId, chatId));
  const joining = CHATS.map((chatId) =>
    others.join(standing('other', chatId, chatId + 1_000), true),
  );
  await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(2);
  await held.letGo();
  expect((await Promise.all(committing)).map(({ kind }) => kind)).toEqual(CHATS.map(() => 'done'));
  await Promise.all(joining);
  // Had the database broken off one of the two, each of its turns would have been tried by itself.
  expect(statements).toBe(2);
});

test('who comes to be first by a commit it has waited for goes on from the conversation that this has left', async () => {
  const chatId = 7_000;
  const citizenId = `telegram:${chatId}`;
  const lines = createLines(one.db);
  const first = { ...standing('one', chatId, 1), citizenId };
  const next = { ...standing('other', chatId, 2), citizenId };
  await lines.join(first, true);
  const committing = await leaving(first, citizenId);
  const joined = createLines(other.db).join(next, true);
  await expect.poll(waitingForLocks, { timeout: 10_000 }).toBe(1);
  await committing.letGo();
  // It was read before: whoever is told nothing has to begin by itself, and then reads what is true.
  const place = (await joined) ?? (await lines.begin(next, false));
  expect(place?.session).toMatchObject({ version: 1, state: NEW_STATE });
});

/** A turn that has left its line and is about to be committed. */
async function leaving({ line, ticket }: { line: string; ticket: string }, citizenId: string) {
  const { within } = createCommits(one.db, null);
  const row = {
    ...{ botId: BOT_ID, workerId: 'one', updateId: null, line, ticket, stumbled: false },
    ...{ unsaved: null, citizenId, state: NEW_STATE, version: null, kind: null, errorId: null },
    ...{ now: new Date(), effects: [], messages: [] },
  };
  return await inTransaction((tx) => within(tx)(row));
}

/** Keeps the line's row locked until it is let go. */
function holdLine(chatId: number): Promise<{ letGo(): Promise<unknown> }> {
  const line = `${BOT_ID}:${chatId}`;
  return inTransaction((tx) =>
    sql`select from bot.lines where line = ${line} for update`.execute(tx),
  );
}

/** Does it and commits it when it is let go. */
async function inTransaction(
  work: (tx: Transaction<BotTables>) => Promise<unknown>,
): Promise<{ letGo(): Promise<unknown> }> {
  const done = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const holding = one.db.transaction().execute(async (tx) => {
    await work(tx);
    done.resolve();
    await over.promise;
  });
  await Promise.race([done.promise, holding]);
  return {
    letGo() {
      over.resolve();
      return holding;
    },
  };
}

async function waitingForLocks(): Promise<number | undefined> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(one.db);
  return rows[0]?.waiting;
}
