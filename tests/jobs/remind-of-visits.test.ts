import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { cancelBooking } from '../../src/inspections/cancel-booking.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { type ReminderParts, reminderJob } from '../../src/jobs/remind-of-visits.ts';
import { instantAt } from '../../src/language/jalali.ts';
import type { TimeOfDay } from '../../src/language/vocabulary.ts';
import { testDatabases } from '../helpers/database.ts';
import { book, FIRST_DAY, hold, jalali, minutesLater, NOW, place } from '../inspections/sample.ts';

const EVE = jalali(9, 3);
const on = new AbortController().signal;

interface Tables extends InspectionTables {
  told: { what: string };
}

describe.each(testDatabases())('reminders on $name', ({ open }) => {
  let database: Database<Tables>;
  let bugs: unknown[];
  beforeAll(async () => {
    database = await open<Tables>();
    await sql`create table told (what text not null)`.execute(database.db);
  });
  beforeEach(async () => {
    bugs = [];
    await database.db.deleteFrom('told').execute();
    await database.db.deleteFrom('bot.bookings').execute();
  });
  afterAll(() => database.close());

  const db = () => database.db as unknown as Database<InspectionTables>['db'];

  function at(now: Date, given: Partial<ReminderParts<string>> = {}): Promise<void> {
    return reminderJob<string>({
      db: db(),
      remindAt: '18:00',
      quietHours: { from: '21:00', until: '08:00' },
      compose: async ({ trackingCode, day }) => `${trackingCode} ${day}`,
      put: async (tx, _visit, what) => {
        await (tx as unknown as Database<Tables>['db'])
          .insertInto('told')
          .values({ what })
          .execute();
      },
      send: () => {},
      now: () => now,
      onBug: (error) => bugs.push(error),
      ...given,
    }).run(on);
  }
  const onEve = (time: TimeOfDay) => instantAt(EVE, time);
  const told = async () =>
    (await database.db.selectFrom('told').select('what').execute()).map(({ what }) => what);

  test('a citizen is reminded on the evening before, not earlier, and once', async () => {
    const code = await book(db(), 'maryam', place('ali'));
    await at(onEve('17:59'));
    expect(await told()).toEqual([]);
    await at(onEve('18:00'));
    await at(onEve('18:01'));
    await at(instantAt(FIRST_DAY, '08:10'));
    expect(await told()).toEqual([`${code} ${FIRST_DAY}`]);
  });

  test('of several processes one reminds', async () => {
    const code = await book(db(), 'maryam', place('ali'));
    await Promise.all(Array.from({ length: 5 }, () => at(onEve('18:00'))));
    expect(await told()).toEqual([`${code} ${FIRST_DAY}`]);
    expect(bugs).toEqual([]);
  });

  test('nobody is reminded in the quiet hours; in the morning they are, until the visit begins, and one that fails keeps no other', async () => {
    const early = await book(db(), 'maryam', place('ali', '08:30'));
    await book(db(), 'saeed', place('reza', '08:30'));
    await at(onEve('21:00'));
    expect(await told()).toEqual([]);
    await at(instantAt(FIRST_DAY, '08:00'), {
      compose: async ({ trackingCode }) => {
        if (trackingCode !== early) throw new Error('not composed');
        return trackingCode;
      },
    });
    expect(await told()).toEqual([early]);
    expect(bugs).toEqual([new Error('not composed')]);
    await at(instantAt(FIRST_DAY, '08:30'));
    expect(await told()).toEqual([early]);
  });

  test('a cancelled visit and a place that is only kept are nothing to be reminded of', async () => {
    const trackingCode = await book(db(), 'maryam', place('ali'));
    await cancelBooking(db(), { citizenId: 'maryam', trackingCode, now: NOW });
    await hold(db(), 'saeed', place('reza'), { until: minutesLater(100_000) });
    await at(onEve('18:00'));
    expect(await told()).toEqual([]);
  });

  test('a visit that was moved after its reminder is reminded of again, for its new day', async () => {
    const code = await book(db(), 'maryam', place('ali'));
    await at(onEve('18:00'));
    const day = jalali(9, 7);
    await database.db.updateTable('bot.bookings').set({ day }).execute();
    await at(onEve('18:01'));
    await at(instantAt(jalali(9, 6), '18:00'));
    expect(await told()).toEqual([`${code} ${FIRST_DAY}`, `${code} ${day}`]);
  });

  test('a visit cancelled while its reminder is written is not reminded of', async () => {
    const trackingCode = await book(db(), 'maryam', place('ali'));
    const compose = async () => {
      await cancelBooking(db(), { citizenId: 'maryam', trackingCode, now: NOW });
      return 'too late';
    };
    await at(onEve('18:00'), { compose });
    expect(await told()).toEqual([]);
  });

  test('a process that dies before its commit has reminded nobody, and the next one does', async () => {
    const code = await book(db(), 'maryam', place('ali'));
    await at(onEve('18:00'), { put: async () => Promise.reject(new Error('killed')) });
    expect(bugs).toEqual([new Error('killed')]);
    await at(onEve('18:01'));
    expect(await told()).toEqual([`${code} ${FIRST_DAY}`]);
  });
});
