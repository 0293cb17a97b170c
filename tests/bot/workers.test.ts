import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BotTables } from '../../src/bot/tables.ts';
import { createWorker } from '../../src/bot/workers.ts';
import type { Database } from '../../src/database/database.ts';
import { testDatabases } from '../helpers/database.ts';
import { recordingLogger } from '../helpers/edge-bot.ts';
import { eventually } from '../helpers/eventually.ts';

const { logger } = recordingLogger();

describe.each(testDatabases())('on $name', ({ open }) => {
  let database: Database<BotTables>;
  let db: Kysely<BotTables>;
  beforeAll(async () => {
    database = await open<BotTables>();
    db = database.db;
  });
  afterAll(() => database.close());

  const living = async () => {
    const rows = db.selectFrom('bot.workers').select('id');
    return (await rows.where('alive_until', '>', sql<Date>`clock_timestamp()`).execute()).map(
      ({ id }) => id,
    );
  };

  test('a worker is alive from its start to its stop, and says so again and again', async () => {
    const worker = createWorker(db, logger);
    expect(worker.isStale()).toBe(true);
    await worker.start();
    expect(await living()).toContain(worker.id);
    expect(worker.isStale()).toBe(false);
    await sql`update bot.workers set alive_until = clock_timestamp() - interval '1 s'`.execute(db);
    await eventually(async () => expect(await living()).toContain(worker.id));
    await worker.stop();
    expect(await living()).not.toContain(worker.id);
    expect(worker.isStale()).toBe(true);
  });

  test('an only process takes everybody else for dead', async () => {
    const dead = { id: 'a former run', alive_until: new Date(Date.now() + 60_000) };
    await db.insertInto('bot.workers').values(dead).execute();
    const worker = createWorker(db, logger, { isOnly: true });
    await worker.start();
    expect(await living()).toEqual([worker.id]);
    await worker.stop();
  });
});
