import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retryConflicts } from '../../src/database/conflicts.ts';
import type { Database } from '../../src/database/database.ts';
import { confirmBooking } from '../../src/inspections/confirm-booking.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  book,
  FIRST_DAY,
  hold,
  inspectionsOf,
  minutesLater,
  NOW,
  place,
  RULES,
  subject,
} from './sample.ts';

const RIVALS = 50;
const count = (outcomes: string[], outcome: string) =>
  outcomes.filter((each) => each === outcome).length;
const all = <T>(act: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: RIVALS }, (_, i) => act(i)));

describe.each(testDatabases())('rivals on $name', ({ open }) => {
  let database: Database<InspectionTables>;
  beforeAll(async () => {
    database = await open<InspectionTables>({ connections: RIVALS });
  });
  afterAll(() => database.close());

  test('of fifty citizens after one place exactly one gets it, the others hear that it is taken', async () => {
    const outcomes = await all((i) => hold(database.db, `place-${i}`, place('one')));
    expect(count(outcomes, 'done')).toBe(1);
    expect(count(outcomes, 'taken')).toBe(RIVALS - 1);
  });

  test('of fifty citizens after one place whose hold ran out exactly one gets it', async () => {
    await hold(database.db, 'expired', place('two'));
    const now = minutesLater(6);
    const outcomes = await all((i) =>
      retryConflicts(() => hold(database.db, `expired-${i}`, place('two'), { now })),
    );
    expect(count(outcomes, 'done')).toBe(1);
    expect(count(outcomes, 'taken')).toBe(RIVALS - 1);
  });

  test('of fifty co-owners after one property exactly one gets a visit', async () => {
    const wanted = { subject: subject('Eram 7', { code: '3-11-245-7-0-0-0' }) };
    const outcomes = await all((i) =>
      hold(database.db, `owner-${i}`, place(`inspector-${i}`), wanted),
    );
    expect(count(outcomes, 'done')).toBe(1);
    expect(count(outcomes, 'already-booked')).toBe(RIVALS - 1);
  });

  test('fifty presses on "confirm" are one booking', async () => {
    await hold(database.db, 'presser', place('three'), { draftId: 'pressed' });
    const outcomes = await all((i) =>
      database.db.transaction().execute((tx) =>
        confirmBooking(tx, {
          citizenId: 'presser',
          draftId: 'pressed',
          trackingCode: `CODE-${i}`,
          now: NOW,
        }),
      ),
    );
    expect(count(outcomes, 'done')).toBe(1);
    expect(count(outcomes, 'confirmed')).toBe(RIVALS - 1);
  });

  test('one citizen who books fifty times at once gets three visits', async () => {
    const outcomes = await all((i) =>
      book(database.db, 'greedy', place(`greedy-${i}`)).catch((error: Error) => error.message),
    );
    const { upcoming } = await inspectionsOf(database.db).bookingsOf('greedy', NOW);
    expect(upcoming.length).toBeGreaterThan(0);
    expect(upcoming.length).toBeLessThanOrEqual(RULES.openPerCitizen);
    expect(outcomes.filter((outcome) => outcome.startsWith('CODE-'))).toHaveLength(upcoming.length);
  });

  test('whoever loses a place is offered the next until the day is full, nobody twice', async () => {
    const inspections = inspectionsOf(
      database.db,
      { id: 'four', dailyMax: 6 },
      { id: 'five', dailyMax: 6 },
    );
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, async (_, i): Promise<'done' | 'full'> => {
        const seeker = { district: 2, now: NOW, citizenId: `seeker-${i}` };
        for (;;) {
          const verdict = await inspections.whyNot({ ...seeker, day: FIRST_DAY });
          if (verdict.kind !== 'free') return 'full';
          const held = await retryConflicts(() =>
            hold(database.db, seeker.citizenId, verdict.day.places[0]!),
          );
          if (held === 'done') return 'done';
        }
      }),
    );
    expect(count(outcomes, 'done')).toBe(12);
    expect(count(outcomes, 'full')).toBe(8);
  });
});
