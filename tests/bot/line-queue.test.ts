import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLines, removeDead, whoIsAhead } from '../../src/bot/line-queue.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import type { Database } from '../../src/database/database.ts';
import { testDatabases } from '../helpers/database.ts';

const LINE = '7:1';

function standing(ticket: string) {
  return { line: LINE, ticket, botId: 7, updateId: null, citizenId: null };
}

describe.each(testDatabases())('the line of a chat on $name', ({ open }) => {
  let database: Database<BotTables>;
  beforeEach(async () => {
    database = await open<BotTables>();
    for (const ticket of ['late/1/', 'late/2/', 'other/1/']) {
      await createLines(database.db).join(standing(ticket), true);
    }
  });
  afterEach(() => database.close());

  const queue = async () => {
    const { rows } = await sql<{ queue: string[] }>`
      select queue from bot.lines where line = ${LINE}`.execute(database.db);
    return rows[0]?.queue;
  };

  test('a worker whose sign of life is late does not take its own turns for dead', async () => {
    expect(await whoIsAhead(database.db, standing('late/2/'))).toEqual({
      kind: 'living',
      ticket: 'late/1/',
    });
    await removeDead(database.db, standing('late/2/'), 'late/1/');
    expect(await queue()).toEqual(['late/1/', 'late/2/']);
  });

  test('another worker does', async () => {
    expect(await whoIsAhead(database.db, standing('other/1/'))).toEqual({
      kind: 'dead',
      ticket: 'late/1/',
    });
    await removeDead(database.db, standing('other/1/'), 'late/1/');
    expect(await queue()).toEqual(['other/1/']);
  });
});
