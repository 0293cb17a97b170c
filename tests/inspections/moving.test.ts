import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retryConflicts } from '../../src/database/conflicts.ts';
import type { Database } from '../../src/database/database.ts';
import { cancelBooking } from '../../src/inspections/cancel-booking.ts';
import { confirmBooking } from '../../src/inspections/confirm-booking.ts';
import type { Place } from '../../src/inspections/inspections.ts';
import { type MoveOutcome, moveBooking } from '../../src/inspections/move-booking.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { instantAt } from '../../src/language/jalali.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  book,
  FIRST_DAY,
  hold,
  inspectionsOf,
  jalali,
  minutesLater,
  NOW,
  place,
  RULES,
  subject,
} from './sample.ts';

const RIVALS = 30;
const SATURDAY = jalali(9, 7);
const OLD = place('ali', '08:30');
const NEW = place('ali', '09:00', SATURDAY);

describe.each(testDatabases())('moving on $name', ({ open }) => {
  let database: Database<InspectionTables>;
  beforeAll(async () => {
    database = await open<InspectionTables>({ connections: RIVALS });
  });
  beforeEach(() => database.db.deleteFrom('bot.bookings').execute());
  afterAll(() => database.close());

  const reads = () => inspectionsOf(database.db, { id: 'ali', dailyMax: 6 });
  const keep = (citizenId: string, moving: string, to: Place, draftId: string, now = NOW) =>
    hold(database.db, citizenId, to, { moving, draftId, now });
  const move = (
    citizenId: string,
    trackingCode: string,
    draftId: string,
    { from = OLD, now = NOW }: { from?: Place; now?: Date } = {},
  ): Promise<MoveOutcome> =>
    database.db
      .transaction()
      .execute((tx) =>
        moveBooking(tx, { citizenId, trackingCode, draftId, from, now, rules: RULES }),
      );
  const standsAt = async (citizenId: string, trackingCode: string) => {
    const booking = await reads().bookingByTracking(citizenId, trackingCode);
    return booking && { status: booking.status, day: booking.day, from: booking.from };
  };
  const mayMove = (citizenId: string, trackingCode: string, now = NOW) =>
    reads().mayMove({ citizenId, trackingCode, now });

  test('a moved visit has the new place under the same tracking code, and the old place is free', async () => {
    const code = await book(database.db, 'c1', OLD);
    expect(await keep('c1', code, NEW, 'm')).toBe('done');
    expect(await move('c1', code, 'm')).toBe('done');
    expect(await standsAt('c1', code)).toEqual({
      status: 'booked',
      day: SATURDAY,
      from: '09:00',
    });
    expect(await hold(database.db, 'c2', OLD)).toBe('done');
    expect(await hold(database.db, 'c3', NEW)).toBe('taken');
  });

  test('the old place stays the citizen’s until the new one is sure', async () => {
    const code = await book(database.db, 'c1', OLD);
    await keep('c1', code, NEW, 'm');
    expect(await hold(database.db, 'c2', OLD)).toBe('taken');
    expect(await hold(database.db, 'c2', NEW)).toBe('taken');
    expect(await standsAt('c1', code)).toMatchObject({ day: FIRST_DAY, from: '08:30' });
  });

  test('the same move twice is one move', async () => {
    const code = await book(database.db, 'c1', OLD);
    await keep('c1', code, NEW, 'm');
    expect(await move('c1', code, 'm')).toBe('done');
    expect(await move('c1', code, 'm')).toBe('done');
    expect(await mayMove('c1', code)).toMatchObject({ kind: 'yes', left: 1 });
    expect(await reads().bookingMovedBy('c1', 'm')).toMatchObject({ trackingCode: code, ...NEW });
    expect(await keep('c1', code, OLD, 'm')).toBe('confirmed');
  });

  test('a visit is moved twice at most', async () => {
    const code = await book(database.db, 'c1', OLD);
    for (const [draftId, from, to] of [
      ['first', OLD, NEW],
      ['second', NEW, OLD],
    ] as const) {
      await keep('c1', code, to, draftId);
      expect(await move('c1', code, draftId, { from })).toBe('done');
    }
    expect((await mayMove('c1', code)).kind).toBe('too-often');
    await keep('c1', code, NEW, 'third');
    expect(await move('c1', code, 'third')).toBe('too-often');
  });

  test('a visit is moved until four in the afternoon of the working day before, and no later', async () => {
    const wednesday = await book(database.db, 'c1', OLD);
    const saturday = await book(database.db, 'c1', NEW);
    const tuesday = jalali(9, 3);
    expect((await mayMove('c1', wednesday, instantAt(tuesday, '15:59'))).kind).toBe('yes');
    expect(await mayMove('c1', wednesday, instantAt(tuesday, '16:00'))).toMatchObject({
      kind: 'too-late',
      until: { day: tuesday, time: '16:00' },
    });
    // Thursday and Friday are no working days: for a Saturday, Wednesday counts.
    expect(await mayMove('c1', saturday, instantAt(FIRST_DAY, '16:00'))).toMatchObject({
      kind: 'too-late',
      until: { day: FIRST_DAY, time: '16:00' },
    });
  });

  test('a hold for a move never becomes a second visit', async () => {
    const code = await book(database.db, 'c1', OLD);
    await keep('c1', code, NEW, 'm');
    const confirmed = await confirmBooking(database.db, {
      citizenId: 'c1',
      draftId: 'm',
      trackingCode: 'KH7M-2QXD',
      now: NOW,
    });
    expect(confirmed).toBe('expired');
    expect((await reads().bookingsOf('c1', NOW)).upcoming).toHaveLength(1);
  });

  test('whoever has as many visits as allowed may still move one of them', async () => {
    const code = await book(database.db, 'c1', OLD);
    await book(database.db, 'c1', place('ali', '09:00'));
    await book(database.db, 'c1', place('ali', '09:30'));
    expect(await hold(database.db, 'c1', NEW)).toBe('too-many');
    expect(await keep('c1', code, NEW, 'm')).toBe('done');
  });

  test('a hold that ran out moves nothing', async () => {
    const code = await book(database.db, 'c1', OLD);
    await keep('c1', code, NEW, 'm');
    expect(await move('c1', code, 'm', { now: minutesLater(5) })).toBe('expired');
    expect(await standsAt('c1', code)).toMatchObject({ day: FIRST_DAY });
  });

  test('a visit that was moved by another draft meanwhile is not moved by this one', async () => {
    const code = await book(database.db, 'c1', OLD);
    await keep('c1', code, NEW, 'm');
    await move('c1', code, 'm');
    const third = place('ali', '10:00', SATURDAY);
    await keep('c1', code, third, 'n');
    expect(await move('c1', code, 'n')).toBe('changed');
    expect(await standsAt('c1', code)).toMatchObject({ from: '09:00' });
  });

  test("nobody moves another's visit, nor one that is cancelled or has begun", async () => {
    const code = await book(database.db, 'c1', OLD);
    expect(await keep('c2', code, NEW, 'm')).toBe('gone');
    expect(await move('c2', code, 'm')).toBe('not-found');
    expect((await mayMove('c2', code)).kind).toBe('not-found');
    expect((await mayMove('c1', code, instantAt(FIRST_DAY, '08:30'))).kind).toBe('not-found');
    await keep('c1', code, NEW, 'm');
    await cancelBooking(database.db, { citizenId: 'c1', trackingCode: code, now: NOW });
    expect(await move('c1', code, 'm')).toBe('not-found');
    expect(await keep('c1', code, NEW, 'n')).toBe('gone');
  });

  test('of many citizens who move to one place exactly one gets it, and nobody loses the old one', async () => {
    const movers = await Promise.all(
      Array.from({ length: RIVALS }, async (_, i) => {
        const old = place(`inspector-${i}`);
        return { citizen: `mover-${i}`, old, code: await book(database.db, `mover-${i}`, old) };
      }),
    );
    const outcomes = await Promise.all(
      movers.map(async ({ citizen, old, code }) => {
        const held = await retryConflicts(() => keep(citizen, code, NEW, 'm'));
        return held === 'done' ? move(citizen, code, 'm', { from: old }) : held;
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'taken')).toHaveLength(RIVALS - 1);
    const rows = await database.db.selectFrom('bot.bookings').selectAll().execute();
    expect(rows.filter(({ status }) => status === 'booked')).toHaveLength(RIVALS);
    expect(rows.filter(({ day }) => day === SATURDAY)).toHaveLength(1);
  });

  test('many presses on "move" and newcomers after both places leave one visit, each place given once', async () => {
    const code = await book(database.db, 'presser', OLD, { subject: subject('Laleh 12') });
    await keep('presser', code, NEW, 'm');
    const attempts = Array.from({ length: RIVALS }, (_, i) => i);
    const [presses, newcomers] = await Promise.all([
      Promise.all(attempts.slice(0, 10).map(() => move('presser', code, 'm'))),
      Promise.all(
        attempts
          .slice(10)
          .map((i) => retryConflicts(() => hold(database.db, `new-${i}`, i % 2 === 0 ? OLD : NEW))),
      ),
    ]);
    expect(presses).toEqual(Array(10).fill('done'));
    // Whoever asks for the old place after the move may have it: one of them, or none who came too early.
    expect(newcomers.filter((outcome) => outcome === 'done').length).toBeLessThanOrEqual(1);
    const onNew = database.db.selectFrom('bot.bookings').selectAll().where('day', '=', SATURDAY);
    expect((await onNew.execute()).map((row) => row.citizen_id)).toEqual(['presser']);
    expect(await mayMove('presser', code)).toMatchObject({ kind: 'yes', left: 1 });
  });
});
