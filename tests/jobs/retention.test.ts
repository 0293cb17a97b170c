import { expect, test } from 'vitest';
import { forgetExpiredHolds } from '../../src/inspections/forget-holds.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { retentionJob } from '../../src/jobs/retention.ts';
import { testDatabases } from '../helpers/database.ts';
import { book, hold, minutesLater, NOW, place } from '../inspections/sample.ts';

const A_DAY_IN_MINUTES = 1_440;

test('what cannot be removed now keeps nothing else from being removed', async () => {
  const removed: string[] = [];
  const failures: unknown[] = [];
  const job = retentionJob(
    {
      misses: async () => Promise.reject(new Error('down')),
      holds: async (now) => removed.push(now.toISOString()),
    },
    () => NOW,
    (what, error) => failures.push([what, error]),
  );
  await job.run(new AbortController().signal);
  expect(removed).toEqual([NOW.toISOString()]);
  expect(failures).toEqual([['misses', new Error('down')]]);
});

test.each(testDatabases())(
  'on $name holds go a day after they ran out, bookings stay',
  async ({ open }) => {
    const { db, close } = await open<InspectionTables>();
    try {
      await book(db, 'maryam', place('ali'));
      await hold(db, 'saeed', place('reza'));
      const left = async () =>
        (await db.selectFrom('bot.bookings').select('citizen_id').execute()).map(
          ({ citizen_id }) => citizen_id,
        );
      await forgetExpiredHolds(db, minutesLater(A_DAY_IN_MINUTES));
      expect((await left()).sort()).toEqual(['maryam', 'saeed']);
      await forgetExpiredHolds(db, minutesLater(A_DAY_IN_MINUTES + 6));
      expect(await left()).toEqual(['maryam']);
    } finally {
      await close();
    }
  },
);
