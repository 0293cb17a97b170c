import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databaseClock } from '../../src/database/clock.ts';
import type { Database } from '../../src/database/database.ts';
import { testDatabases } from '../helpers/database.ts';

const MINUTE = 60_000;

describe.each(testDatabases())('the clock of $name', ({ open }) => {
  let database: Database<unknown>;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test.each([-60, 0, 60])(
    'counts on a machine whose own is %i minutes ahead, and goes on with it',
    async (minutes) => {
      let passed = 0;
      const own = () => new Date(Date.now() + minutes * MINUTE + passed);
      const clock = await databaseClock(database.db, own);
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(
        database.db,
      );
      const since = () =>
        Math.abs(Math.round((clock.now().getTime() - rows[0]!.now.getTime()) / MINUTE));
      expect(since()).toBe(0);
      passed = 5 * MINUTE;
      expect(since()).toBe(5);
      clock.stop();
    },
  );
});
