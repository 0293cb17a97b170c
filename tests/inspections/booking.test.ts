import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { cancelBooking } from '../../src/inspections/cancel-booking.ts';
import { confirmBooking } from '../../src/inspections/confirm-booking.ts';
import { releaseHold } from '../../src/inspections/hold-place.ts';
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

describe.each(testDatabases())('booking on $name', ({ open }) => {
  let database: Database<InspectionTables>;
  beforeAll(async () => {
    database = await open<InspectionTables>();
  });
  beforeEach(() => database.db.deleteFrom('bot.bookings').execute());
  afterAll(() => database.close());

  const confirm = (citizenId: string, draftId: string, trackingCode = 'KH7M-2QXD', now = NOW) =>
    confirmBooking(database.db, { citizenId, draftId, trackingCode, now });
  const cancel = (citizenId: string, trackingCode: string, now = NOW) =>
    cancelBooking(database.db, { citizenId, trackingCode, now });
  const reads = () => inspectionsOf(database.db, { id: 'ali', dailyMax: 6 });
  const rows = () => database.db.selectFrom('bot.bookings').selectAll().execute();

  describe('holding', () => {
    test('a held place is refused to another citizen', async () => {
      expect(await hold(database.db, 'c1', place('ali'))).toBe('done');
      expect(await hold(database.db, 'c2', place('ali'))).toBe('taken');
    });

    test('a hold that has run out is cleared for the next citizen', async () => {
      await hold(database.db, 'c1', place('ali'));
      expect(await hold(database.db, 'c2', place('ali'), { now: minutesLater(4) })).toBe('taken');
      expect(await hold(database.db, 'c2', place('ali'), { now: minutesLater(5) })).toBe('done');
      expect((await rows()).map((row) => row.citizen_id)).toEqual(['c2']);
    });

    test('a citizen who changes their mind keeps one place, the new one', async () => {
      const draft = { draftId: 'd', subject: subject('Laleh 12') };
      await hold(database.db, 'c1', place('ali', '08:30'), draft);
      expect(await hold(database.db, 'c1', place('ali', '09:00'), draft)).toBe('done');
      expect(await hold(database.db, 'c2', place('ali', '08:30'))).toBe('done');
      expect((await rows()).filter((row) => row.citizen_id === 'c1')).toMatchObject([
        { from_time: '09:00', status: 'held' },
      ]);
    });

    test('the same hold twice is one', async () => {
      const draft = { draftId: 'd', subject: subject('Laleh 12') };
      await hold(database.db, 'c1', place('ali'), draft);
      expect(await hold(database.db, 'c1', place('ali'), draft)).toBe('done');
      expect(await rows()).toHaveLength(1);
    });

    test('a released place is free, and releasing it twice does no harm', async () => {
      await hold(database.db, 'c1', place('ali'), { draftId: 'd' });
      await releaseHold(database.db, { citizenId: 'c1', draftId: 'd' });
      await releaseHold(database.db, { citizenId: 'c1', draftId: 'd' });
      expect(await hold(database.db, 'c2', place('ali'))).toBe('done');
    });

    test("nobody releases another's hold", async () => {
      await hold(database.db, 'c1', place('ali'), { draftId: 'd' });
      await releaseHold(database.db, { citizenId: 'c2', draftId: 'd' });
      expect(await hold(database.db, 'c2', place('ali'))).toBe('taken');
    });

    test('a place whose time has come is refused', async () => {
      const begun = { now: instantAt(FIRST_DAY, '08:30') };
      expect(await hold(database.db, 'c1', place('ali'), begun)).toBe('past');
    });

    test('a hold never outlasts the start of its place', async () => {
      await hold(database.db, 'c1', place('ali'), { now: instantAt(FIRST_DAY, '08:28') });
      expect((await rows())[0]?.held_until).toEqual(instantAt(FIRST_DAY, '08:30'));
    });
  });

  describe('confirming', () => {
    test('a confirmed place carries the tracking code and everything the visit is for', async () => {
      const wanted = subject('Mahdieh, Laleh 12', { location: { lat: 34.8, lon: 48.5 } });
      await hold(database.db, 'c1', place('ali'), { draftId: 'd', subject: wanted });
      expect(await confirm('c1', 'd')).toBe('done');
      expect(await reads().bookingByTracking('c1', 'KH7M-2QXD')).toEqual({
        draftId: 'd',
        citizenId: 'c1',
        status: 'booked',
        trackingCode: 'KH7M-2QXD',
        heldUntil: null,
        ...wanted,
        ...place('ali'),
      });
    });

    test('confirming twice is one booking under its first tracking code', async () => {
      await hold(database.db, 'c1', place('ali'), { draftId: 'd' });
      expect(await confirm('c1', 'd', 'AAAA-AAAA')).toBe('done');
      expect(await confirm('c1', 'd', 'AAAA-AAAA')).toBe('done');
      expect(await confirm('c1', 'd', 'BBBB-BBBB')).toBe('confirmed');
      expect(await rows()).toHaveLength(1);
      expect((await reads().bookingByDraft('c1', 'd'))?.trackingCode).toBe('AAAA-AAAA');
    });

    test('a hold that has run out cannot be confirmed', async () => {
      await hold(database.db, 'c1', place('ali'), { draftId: 'd' });
      expect(await confirm('c1', 'd', 'AAAA-AAAA', minutesLater(5))).toBe('expired');
      expect(await confirm('c1', 'd', 'AAAA-AAAA', minutesLater(4))).toBe('done');
    });

    test("nobody confirms another's hold", async () => {
      await hold(database.db, 'c1', place('ali'), { draftId: 'd' });
      expect(await confirm('c2', 'd')).toBe('expired');
    });

    test('a confirmed or cancelled draft cannot be held again', async () => {
      const trackingCode = await book(database.db, 'c1', place('ali'), { draftId: 'd' });
      const again = () => hold(database.db, 'c1', place('ali', '10:00'), { draftId: 'd' });
      expect(await again()).toBe('confirmed');
      await cancel('c1', trackingCode);
      expect(await again()).toBe('confirmed');
    });
  });

  describe('one open visit per property and service', () => {
    const owned = subject('Eram 7', { code: '3-11-245-7-0-0-0' });

    test('a second visit for the same property and service is refused, to another owner as well', async () => {
      await book(database.db, 'c1', place('ali', '08:30'), { subject: owned });
      expect(await hold(database.db, 'c1', place('ali', '09:00'), { subject: owned })).toBe(
        'already-booked',
      );
      expect(await hold(database.db, 'c2', place('ali', '09:00'), { subject: owned })).toBe(
        'already-booked',
      );
    });

    test('another service of the same property may be booked', async () => {
      await book(database.db, 'c1', place('ali', '08:30'), { subject: owned });
      const other = { ...owned, service: 'subdivision' as const };
      expect(await hold(database.db, 'c1', place('ali', '09:00'), { subject: other })).toBe('done');
    });

    test('without a code the address counts, however it is spelt, and only among the own visits', async () => {
      await book(database.db, 'c1', place('ali', '08:30'), {
        subject: subject('مهدیه، کوچه لاله، پلاک ۱۲'),
      });
      const same = { subject: subject('مهديه كوچه لاله پلاك 12') };
      expect(await hold(database.db, 'c1', place('ali', '09:00'), same)).toBe('already-booked');
      expect(await hold(database.db, 'c2', place('ali', '09:00'), same)).toBe('done');
    });

    test('once it is cancelled or over, the next one may be booked', async () => {
      const trackingCode = await book(database.db, 'c1', place('ali', '08:30'), { subject: owned });
      await cancel('c1', trackingCode);
      await book(database.db, 'c1', place('ali', '09:00'), { subject: owned });
      const afterwards = { subject: owned, now: instantAt(FIRST_DAY, '09:00') };
      const next = place('ali', '09:00', jalali(9, 11));
      expect(await hold(database.db, 'c1', next, afterwards)).toBe('done');
    });

    test('a neighbour in a hurry is told apart: the place, not the property, is taken', async () => {
      await hold(database.db, 'c1', place('ali'), { subject: owned });
      expect(await hold(database.db, 'c2', place('ali'), { subject: subject('Eram 9') })).toBe(
        'taken',
      );
    });

    test('the citizen hears of it before times are offered, with the own booking but never another’s', async () => {
      await book(database.db, 'c1', place('ali'), { subject: owned });
      const mayBook = (citizenId: string, now = NOW) =>
        reads().mayBook({ citizenId, subject: owned, now });
      expect(await mayBook('c1')).toMatchObject({
        kind: 'already-booked',
        own: { citizenId: 'c1' },
      });
      expect(await mayBook('c2')).toEqual({ kind: 'already-booked', own: null });
      expect(await mayBook('c1', instantAt(FIRST_DAY, '08:30'))).toEqual({ kind: 'yes' });
    });

    test('the own hold is no obstacle to choosing again', async () => {
      await hold(database.db, 'c1', place('ali'), { subject: owned });
      const wanted = { citizenId: 'c1', subject: owned, now: NOW };
      expect(await reads().mayBook(wanted)).toEqual({ kind: 'yes' });
    });
  });

  describe('caps', () => {
    test('a citizen has at most three visits ahead', async () => {
      for (const from of ['08:30', '09:00', '09:30'])
        await book(database.db, 'c1', place('ali', from));
      expect(await hold(database.db, 'c1', place('ali', '10:00'))).toBe('too-many');
      const wanted = { citizenId: 'c1', subject: subject('elsewhere'), now: NOW };
      expect(await reads().mayBook(wanted)).toEqual({ kind: 'too-many' });
      expect(await hold(database.db, 'c2', place('ali', '10:00'))).toBe('done');
    });

    test('booking and cancelling in turns ends after ten visits in thirty days', async () => {
      for (let i = 0; i < RULES.madePer30Days; i++) {
        await cancel('c1', await book(database.db, 'c1', place('ali')));
      }
      expect(await hold(database.db, 'c1', place('ali'))).toBe('too-often');
      const wanted = { citizenId: 'c1', subject: subject('elsewhere'), now: minutesLater(60) };
      const again = minutesLater(30 * 24 * 60);
      expect(await reads().mayBook(wanted)).toEqual({ kind: 'too-often', again });
      const monthLater = { now: minutesLater(31 * 24 * 60) };
      expect(await hold(database.db, 'c1', place('ali', '08:30', jalali(10, 5)), monthLater)).toBe(
        'done',
      );
    });
  });

  describe('cancelling', () => {
    test('frees the place for another citizen at once', async () => {
      const trackingCode = await book(database.db, 'c1', place('ali'));
      expect(await cancel('c1', trackingCode)).toBe('done');
      expect(await hold(database.db, 'c2', place('ali'))).toBe('done');
    });

    test('twice is once', async () => {
      const trackingCode = await book(database.db, 'c1', place('ali'));
      await cancel('c1', trackingCode);
      expect(await cancel('c1', trackingCode, instantAt(FIRST_DAY, '12:00'))).toBe('done');
    });

    test("another's booking is not found by its code, and stays", async () => {
      const trackingCode = await book(database.db, 'c1', place('ali'));
      expect(await cancel('c2', trackingCode)).toBe('not-found');
      expect(await reads().bookingByTracking('c2', trackingCode)).toBeNull();
      expect((await reads().bookingByTracking('c1', trackingCode))?.status).toBe('booked');
    });

    test('is possible until the visit begins and no longer', async () => {
      const first = await book(database.db, 'c1', place('ali', '08:30'));
      expect(await cancel('c1', first, instantAt(FIRST_DAY, '08:30'))).toBe('begun');
      expect(await cancel('c1', first, instantAt(FIRST_DAY, '08:29'))).toBe('done');
    });
  });

  describe('my visits', () => {
    test('lists what lies ahead from the next one on, then the past from the last one back', async () => {
      const [a, b, c] = [jalali(9, 4), jalali(9, 7), jalali(9, 8)];
      await book(database.db, 'c1', place('ali', '09:00', c));
      await book(database.db, 'c1', place('ali', '09:00', a));
      const dropped = await book(database.db, 'c1', place('ali', '09:30', b));
      await cancel('c1', dropped);
      await book(database.db, 'c1', place('ali', '10:00', b));
      await book(database.db, 'c2', place('ali', '11:00', b));
      await hold(database.db, 'c2', place('ali', '10:30', b));

      const { upcoming, past } = await reads().bookingsOf('c1', instantAt(a, '12:00'));
      expect(upcoming.map(({ day, from }) => [day, from])).toEqual([
        [b, '10:00'],
        [c, '09:00'],
      ]);
      expect(past.map(({ day, status }) => [day, status])).toEqual([
        [b, 'cancelled'],
        [a, 'booked'],
      ]);
    });
  });
});
