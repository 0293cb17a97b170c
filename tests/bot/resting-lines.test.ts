import { sql } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import { removeRestingLines } from '../../src/bot/resting-lines.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { openPostgres } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const logger = pino({ enabled: false });

test('resting lines are removed without waiting for one that is just being taken', async () => {
  const database = await openPostgres<BotTables>({ queryMs: 5_000 });
  onTestFinished(database.close);
  const { db } = database;
  await sql`
    insert into bot.lines (line, queue, touched_at)
    select '7:' || n, '{}', ${NOW}::timestamptz - interval '2 hours' from generate_series(1, 5) n`.execute(
    db,
  );
  const removing = () => removeRestingLines(db, databaseSessions(db, logger), NOW, logger);
  await db.transaction().execute(async (tx) => {
    await sql`select from bot.lines where line = '7:3' for update`.execute(tx);
    await removing();
  });
  const left = async () => (await db.selectFrom('bot.lines').select('line').execute()).length;
  expect(await left()).toBe(1);
  await removing();
  expect(await left()).toBe(0);
});
