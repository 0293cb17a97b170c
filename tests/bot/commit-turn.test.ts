import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Commits, createCommits } from '../../src/bot/commit-statement.ts';
import { commitTurn, type Decision, updateOrigin } from '../../src/bot/commit-turn.ts';
import { createLines, type Place } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { NEW_STATE } from '../../src/dialogue/state.ts';
import { testDatabases } from '../helpers/database.ts';

const BOT_ID = 7;

describe.each(testDatabases())('turns committed together on $name', ({ open }) => {
  let database: Database<BotTables>;
  let commits: Commits;
  let chats = 100;
  beforeAll(async () => {
    database = await open<BotTables>();
    commits = createCommits(database.lanes.durable, null);
  });
  afterAll(() => database.close());

  async function arrived(chatId: number): Promise<Place> {
    const line = `${BOT_ID}:${chatId}`;
    const who = { line, botId: BOT_ID, updateId: chatId, citizenId: `telegram:${chatId}` };
    const place = await createLines(database.db).join({ ...who, ticket: `w/1/${chatId}` }, true);
    return place!;
  }

  const decision = (chatId: number): Decision => ({
    citizenId: `telegram:${chatId}`,
    now: new Date('2026-11-21T08:00:00Z'),
    session: { state: NEW_STATE, version: null },
    effects: [],
    messages: [
      { method: 'sendMessage', payload: { text: `to ${chatId}`, parse_mode: 'HTML' } as never },
    ],
  });

  function commit(chatId: number, place: Place | null, changed: Partial<Decision> = {}) {
    const origin = updateOrigin({ botId: BOT_ID, updateId: chatId, chatId });
    return commitTurn(
      database.db,
      origin,
      place,
      { ...decision(chatId), ...changed },
      {
        commits,
        sessions: { saves: 'in-transaction' },
        performEffect: async () => 'done',
        workerId: 'w',
        retryConflicts: (work) => work(),
      },
    );
  }

  const written = async (chatIds: number[]) => {
    const { rows } = await sql<{ claims: number; states: number; waiting: number }>`
      select
        (select count(*) from update_claims where update_id = any(${chatIds}::bigint[])) as claims,
        (select count(*) from sessions where key = any(${chatIds.map((id) => `telegram:${id}`)}::text[])) as states,
        (select count(*) from bot.lines where line = any(${chatIds.map((id) => `${BOT_ID}:${id}`)}::text[])
          and queue <> '{}') as waiting`.execute(database.db);
    return rows[0];
  };

  test('each has its own messages, claim and conversation, and leaves its own line', async () => {
    const ids = Array.from({ length: 20 }, () => ++chats);
    const places = await Promise.all(ids.map(arrived));
    const done = await Promise.all(ids.map((id, i) => commit(id, places[i]!)));
    const texts = done.map((each) =>
      each.kind === 'done' ? each.rows.map((row) => [row.chatId, row.message.payload]) : each,
    );
    expect(texts).toMatchObject(ids.map((id) => [[id, { text: `to ${id}` }]]));
    expect(await written(ids)).toEqual({ claims: 20, states: 20, waiting: 0 });
  });

  test.each([
    [
      'was dealt with before',
      'repeated',
      async (id: number) => void (await commit(id, null, { session: null })),
    ],
    [
      'was given to another worker',
      'fenced',
      (id: number) =>
        sql`update bot.lines set queue = array['other/1/1'] where line = ${`${BOT_ID}:${id}`}`.execute(
          database.db,
        ),
    ],
    [
      'is about a conversation that went on elsewhere',
      'conflict',
      (id: number) =>
        sql`insert into sessions (key, state, version) values (${`telegram:${id}`}, '{}', 1)`.execute(
          database.db,
        ),
    ],
  ])('one that %s is refused, and the others are committed', async (_, kind, spoil) => {
    const ids = Array.from({ length: 6 }, () => ++chats);
    const places = await Promise.all(ids.map(arrived));
    await spoil(ids[3]!);
    const done = await Promise.all(ids.map((id, i) => commit(id, places[i]!)));
    expect(done.map((each) => each.kind)).toEqual(['done', 'done', 'done', kind, 'done', 'done']);
    const others = ids.filter((_id, i) => i !== 3);
    expect(await written(others)).toEqual({ claims: 5, states: 5, waiting: 0 });
  });
});
