import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCommits } from '../../src/bot/commit-statement.ts';
import { commitTurn, updateOrigin } from '../../src/bot/commit-turn.ts';
import { createLines } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { NEW_STATE } from '../../src/dialogue/state.ts';
import type { Effect } from '../../src/dialogue/turn.ts';
import { AUDIT_HOLDS, AUDIT_PARTS } from '../../src/identity/audit-writes.ts';
import { createPostgresDatabase } from '../helpers/database.ts';
import { MIGRATIONS } from '../helpers/database-dump.ts';

const BOT_ID = 7;
/** So few that a plan for a hundred questions would rather read all of them than look up each. */
const ROWS = 5_000;
/** More than the tries after which the server keeps to a plan. */
const TURNS = 20;

let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;

beforeAll(async () => {
  fresh = await createPostgresDatabase();
  const database = await openDatabase<BotTables>({ url: fresh.url }, { queryMs: 20_000 });
  await migrate(database, MIGRATIONS);
  await database.close();
});
afterAll(() => fresh.drop());

async function asked<Row>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  try {
    const results = [await client.query(statement)].flat();
    return results.at(-1)!.rows as Row[];
  } finally {
    await client.end();
  }
}

async function takeTurn(chatId: number, { db, lanes }: Database<BotTables>): Promise<string> {
  const citizenId = `telegram:${chatId}`;
  const who = { botId: BOT_ID, updateId: chatId, citizenId };
  const standing = { ...who, line: `${BOT_ID}:${chatId}`, ticket: `w/${chatId}/${chatId}` };
  const place = await createLines(lanes.quick).join(standing, true);
  const entry = { intent: 'debt', outcome: 'shown', objectHash: 'h', facts: ['amounts'] };
  const committed = await commitTurn(
    db,
    updateOrigin({ ...who, chatId }),
    place,
    {
      citizenId,
      now: new Date('2026-11-21T08:00:00Z'),
      session: { state: NEW_STATE, version: String(place?.session?.version) },
      effects: [{ kind: 'audit', entry } as Effect],
      messages: [{ method: 'sendMessage', payload: { text: 'x', parse_mode: 'HTML' } as never }],
    },
    {
      commits: createCommits(lanes.durable, {
        ...{ parts: AUDIT_PARTS, hold: AUDIT_HOLDS },
        valuesOf: () => [entry],
      }),
      sessions: { saves: 'in-transaction' },
      performEffect: async () => 'done',
      workerId: 'w',
      retryConflicts: (work) => work(),
    },
  );
  return committed.kind;
}

test('a turn reads its own rows, and never walks through those of all citizens', async () => {
  const numbers = `from generate_series(1, ${ROWS}) n`;
  await asked(`
    insert into bot.lines (line, queue) select '${BOT_ID}:' || n, '{}' ${numbers};
    insert into sessions (key, state, version) select 'telegram:' || n, '{}', 1 ${numbers};
    insert into bot.pseudonyms (citizen_id) select 'telegram:' || n ${numbers};
    insert into bot.closed_chats (bot_id, chat_id) select ${BOT_ID}, n ${numbers};
    insert into outbox (bot_id, key, chat_id, method, payload, bulk)
      select ${BOT_ID}, 'news ' || n, n, 'sendMessage', '{}', true ${numbers};
    insert into update_claims (bot_id, update_id) select ${BOT_ID}, ${ROWS} + n ${numbers}`);
  await asked('vacuum analyze');
  await asked('select pg_stat_reset()');

  const database = await openDatabase<BotTables>({ url: fresh.url }, { queryMs: 20_000 });
  for (let n = 1; n <= TURNS; n++) expect(await takeTurn(n * 100, database)).toBe('done');
  // A connection that ends hands in its counts.
  await database.close();

  const [read] = await asked<{ rows: number }>(`
    select (select sum(idx_tup_read) from pg_stat_user_indexes)::int
      + (select sum(seq_tup_read) from pg_stat_user_tables)::int as rows`);
  expect(read!.rows).toBeGreaterThan(TURNS);
  expect(read!.rows).toBeLessThan(TURNS * 50);
});
