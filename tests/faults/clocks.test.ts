import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { confirmBooking } from '../../src/inspections/confirm-booking.ts';
import { createInspections } from '../../src/inspections/create-inspections.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { hasBegun } from '../../src/inspections/visit-time.ts';
import { instantAt } from '../../src/language/jalali.ts';
import { testDatabases } from '../helpers/database.ts';
import { city, hold, jalali, minutesLater, NOW, place, RULES } from '../inspections/sample.ts';

const [, postgres] = testDatabases();
/** The workers' clocks: one is right, one an hour late, one an hour early. */
const SKEWS = [0, -60, 60];
/** As if the holidays of the next year were known already. */
const calendar = { ...city.calendar, years: new Set([1405, 1406]) };

let database: Database<InspectionTables>;
beforeAll(async () => {
  database = await postgres!.open<InspectionTables>();
});
afterEach(async () => {
  await database.db.deleteFrom('bot.bookings').execute();
});
afterAll(() => database.close());

const inspections = () =>
  createInspections({
    ...{ db: database.db, calendar, rules: RULES },
    inspectors: async () => [{ id: 'ali', dailyMax: 6 }],
  });

describe('workers whose clocks differ by an hour', () => {
  test.each([
    ['in the middle of a day', instantAt('2026-11-21', '10:00')],
    ['right before midnight', instantAt('2026-11-21', '23:40')],
    ['right after midnight', instantAt('2026-11-22', '00:20')],
    ['right before the Jalali year ends', instantAt(jalali(12, 29), '23:40')],
    ['right after it has begun', instantAt(jalali(1, 1, 1406), '00:20')],
  ])('give no place twice and none in the past, %s', async (_, now) => {
    let people = 0;
    const visits = await Promise.all(
      Array.from({ length: 30 }, async (_each, n) => {
        const clock = minutesLater(SKEWS[n % SKEWS.length]!, now);
        const citizenId = `citizen-${++people}`;
        const draftId = `of ${citizenId}`;
        for (;;) {
          const seeker = { district: 2, now: clock, citizenId };
          const [day] = await inspections().freeDays({ ...seeker, limit: 1 });
          const [first] = day!.places;
          if ((await hold(database.db, citizenId, first!, { draftId, now: clock })) !== 'done') {
            continue;
          }
          const booked = { draftId, citizenId, trackingCode: citizenId, now: clock };
          const confirm = database.db.transaction().execute((tx) => confirmBooking(tx, booked));
          if ((await confirm) === 'done') return first!;
        }
      }),
    );
    expect(new Set(visits.map(({ day, from }) => `${day} ${from}`)).size).toBe(visits.length);
    expect(visits.filter((visit) => hasBegun(visit, now))).toEqual([]);
    const rows = database.db.selectFrom('bot.bookings').select('id').where('status', '=', 'booked');
    expect(await rows.execute()).toHaveLength(visits.length);
  });

  test('end nobody’s hold in silence: whoever loses it to an early clock hears so when confirming', async () => {
    const early = minutesLater(60);
    const mine = { draftId: 'mine', citizenId: 'mine', trackingCode: 'MINE', now: NOW };
    expect(await hold(database.db, 'mine', place('ali'), mine)).toBe('done');
    expect(await hold(database.db, 'theirs', place('ali'), { now: early })).toBe('done');
    const confirm = () => database.db.transaction().execute((tx) => confirmBooking(tx, mine));
    expect(await confirm()).toBe('expired');
    expect(await hold(database.db, 'mine', place('ali'), { ...mine, draftId: 'next' })).toBe(
      'taken',
    );
  });
});
