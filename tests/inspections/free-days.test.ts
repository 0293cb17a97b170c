import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { cancelBooking } from '../../src/inspections/cancel-booking.ts';
import { createInspections } from '../../src/inspections/create-inspections.ts';
import type { FreeDay } from '../../src/inspections/inspections.ts';
import type { InspectionTables } from '../../src/inspections/tables.ts';
import { addDays, instantAt, isoOfJalali } from '../../src/language/jalali.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  book,
  city,
  FIRST_DAY,
  hold,
  inspectionsOf,
  jalali,
  minutesLater,
  NOW,
  place,
  RULES,
} from './sample.ts';

const SIX = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'];
const ALI = { id: 'ali', dailyMax: 6 };
const SARA = { id: 'sara', dailyMax: 2 };
const district = 2;
const daysOf = (free: FreeDay[]) => free.map((day) => day.day);
const startsOf = (day: FreeDay | undefined) => day?.places.map(({ from }) => from);

describe.each(testDatabases())('free places on $name', ({ open }) => {
  let database: Database<InspectionTables>;
  beforeAll(async () => {
    database = await open<InspectionTables>();
  });
  beforeEach(() => database.db.deleteFrom('bot.bookings').execute());
  afterAll(() => database.close());

  const free = (given: object = {}, ...inspectors: (typeof ALI)[]) =>
    inspectionsOf(database.db, ...(inspectors.length > 0 ? inspectors : [ALI])).freeDays({
      district,
      now: NOW,
      limit: 20,
      ...given,
    });
  const whyNot = (day: string, given: object = {}, ...inspectors: (typeof ALI)[]) =>
    inspectionsOf(database.db, ...(inspectors.length > 0 ? inspectors : [ALI])).whyNot({
      district,
      now: NOW,
      day,
      ...given,
    });

  describe('which days', () => {
    test('on a Saturday the nearest days are Wednesday and the Saturday after', async () => {
      expect(daysOf(await free({ limit: 2 }))).toEqual([jalali(9, 4), jalali(9, 7)]);
    });

    test('days run to the fifteenth working day, without Thursdays and Fridays', async () => {
      expect(daysOf(await free())).toEqual(
        [4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21].map((day) => jalali(9, day)),
      );
    });

    test('a day further on can be the first', async () => {
      const days = await free({ from: jalali(9, 12), limit: 2 });
      expect(daysOf(days)).toEqual([jalali(9, 14), jalali(9, 15)]);
    });

    test('a holiday is no visit day, and the days beside a predicted one are provisional', async () => {
      // Wednesday 2 Dey is a lunar holiday.
      const days = await free({ now: instantAt(jalali(9, 21), '10:00') });
      const provisional = Object.fromEntries(days.map((day) => [day.day, day.provisional]));
      expect(provisional).not.toHaveProperty(jalali(10, 2));
      expect(provisional[jalali(10, 1)]).toBe(true);
      expect(provisional[jalali(9, 30)]).toBe(false);
    });

    test('no day of a year without a list of holidays is offered', async () => {
      const days = daysOf(await free({ now: instantAt(jalali(12, 10), '10:00') }));
      expect(days).toEqual([16, 17, 18, 22, 23, 24, 25, 26].map((day) => jalali(12, day)));
      expect(await free({ now: instantAt(jalali(12, 29), '10:00') })).toEqual([]);
    });

    test('the city of Tehran is already in tomorrow when the server is not', async () => {
      // 20:30 UTC of Saturday is Sunday midnight in Tehran, so Wednesday is one day too near.
      const [first] = daysOf(await free({ now: new Date('2026-11-21T20:30:00Z') }));
      expect(first).toBe(jalali(9, 7));
    });
  });

  describe('which times', () => {
    test('an inspector takes the first start times of a day, as many as the daily maximum', async () => {
      expect(startsOf((await free())[0])).toEqual(SIX);
      expect(startsOf((await free({}, SARA))[0])).toEqual(['08:30', '09:00']);
    });

    test('no inspector takes more than the day has start times', async () => {
      const [day] = await free({}, { id: 'busy', dailyMax: 99 });
      expect(startsOf(day)).toEqual(RULES.starts.map(({ from }) => from));
    });

    test('a time is offered once while any inspector has it', async () => {
      expect(startsOf((await free({}, ALI, SARA))[0])).toEqual(SIX);
      await book(database.db, 'c1', place('ali', '08:30'));
      expect((await free({}, ALI, SARA))[0]?.places[0]).toEqual(place('sara', '08:30'));
      await book(database.db, 'c2', place('sara', '08:30'));
      expect(startsOf((await free({}, ALI, SARA))[0])).toEqual(SIX.slice(1));
    });

    test('the inspector with fewer visits is offered, first by day, then over all days', async () => {
      await book(database.db, 'c1', place('ali', '10:00'));
      const [first, second] = await free({}, ALI, SARA);
      expect(first?.places[0]?.inspectorId).toBe('sara');
      expect(second?.places[0]?.inspectorId).toBe('sara');
      await book(database.db, 'c2', place('sara', '09:00', second!.day));
      const [, again] = await free({}, ALI, SARA);
      expect(again?.places[0]?.inspectorId).toBe('ali');
    });

    test('many who ask at one moment are not all sent to the same of several inspectors who are alike', async () => {
      const seen = await Promise.all(Array.from({ length: 60 }, () => free({}, ALI, SARA)));
      expect(new Set(seen.map(([day]) => day?.places[0]?.inspectorId))).toEqual(
        new Set(['ali', 'sara']),
      );
    });

    test('a full day is left out', async () => {
      await book(database.db, 'c1', place('sara', '08:30'));
      await book(database.db, 'c2', place('sara', '09:00'));
      expect((await free({}, SARA))[0]?.day).toBe(jalali(9, 7));
    });

    test('morning and noon narrow the times down', async () => {
      const late = { id: 'late', dailyMax: 8 };
      expect(startsOf((await free({ partOfDay: 'morning' }, late))[0])).toEqual([...SIX, '11:30']);
      expect(startsOf((await free({ partOfDay: 'noon' }, late))[0])).toEqual([
        '11:00',
        '11:30',
        '12:00',
      ]);
      expect(startsOf((await free({ partOfDay: 'afternoon' }, late))[0])).toEqual(['12:00']);
      expect(await free({ partOfDay: 'afternoon' }, ALI)).toEqual([]);
    });

    test('a district without inspectors has no free day', async () => {
      const { freeDays } = createInspections({
        db: database.db,
        inspectors: async () => [],
        calendar: city.calendar,
        rules: RULES,
      });
      expect(await freeDays({ district, now: NOW, limit: 3 })).toEqual([]);
    });
  });

  describe('holds', () => {
    test('a held place is not offered to others until its five minutes are over', async () => {
      await hold(database.db, 'c1', place('sara', '08:30'));
      const at = async (minutes: number) =>
        startsOf((await free({ now: minutesLater(minutes) }, SARA))[0]);
      expect(await at(0)).toEqual(['09:00']);
      expect(await at(4.9)).toEqual(['09:00']);
      expect(await at(5)).toEqual(['08:30', '09:00']);
    });

    test("the citizen's own hold counts as free for that citizen", async () => {
      await hold(database.db, 'c1', place('sara', '08:30'));
      expect(startsOf((await free({ citizenId: 'c1' }, SARA))[0])).toEqual(['08:30', '09:00']);
      expect(startsOf((await free({ citizenId: 'c2' }, SARA))[0])).toEqual(['09:00']);
    });

    test('a cancelled visit gives its place back at once', async () => {
      const trackingCode = await book(database.db, 'c1', place('sara', '08:30'));
      expect(startsOf((await free({}, SARA))[0])).toEqual(['09:00']);
      await cancelBooking(database.db, { citizenId: 'c1', trackingCode, now: NOW });
      expect(startsOf((await free({}, SARA))[0])).toEqual(['08:30', '09:00']);
    });
  });

  describe('why a day cannot be had', () => {
    test('Monday 2 Azar is too soon: three working days of notice are not reached', async () => {
      expect(await whyNot(jalali(9, 2))).toEqual({ kind: 'too-soon', earliest: FIRST_DAY });
      expect(await whyNot(jalali(9, 3))).toEqual({ kind: 'too-soon', earliest: FIRST_DAY });
    });

    test('a day that is over is past, today is too soon', async () => {
      expect(await whyNot(jalali(8, 29))).toEqual({ kind: 'past' });
      expect((await whyNot(jalali(8, 30))).kind).toBe('too-soon');
    });

    test('a Friday is closed without a name, a holiday with its name', async () => {
      expect(await whyNot(jalali(9, 6))).toEqual({ kind: 'closed', holiday: null, weekday: 'fri' });
      expect(await whyNot(jalali(9, 5))).toEqual({ kind: 'closed', holiday: null, weekday: 'thu' });
      expect(await whyNot(jalali(10, 2))).toEqual({
        kind: 'closed',
        holiday: 'ولادت امام علی',
        weekday: 'wed',
      });
    });

    test('a day further than the horizon names the last day there is', async () => {
      expect(await whyNot(jalali(9, 22))).toEqual({ kind: 'beyond-horizon', last: jalali(9, 21) });
    });

    test('a day of the next year is beyond the horizon while its holidays are not known', async () => {
      const now = instantAt(jalali(12, 23), '10:00');
      const day = addDays(isoOfJalali(1406, 1, 1)!, 6);
      expect(await whyNot(day, { now })).toMatchObject({ kind: 'beyond-horizon' });
    });

    test('a full day is full, a free day shows its places', async () => {
      await book(database.db, 'c1', place('sara', '08:30'));
      expect(await whyNot(FIRST_DAY, {}, SARA)).toMatchObject({
        kind: 'free',
        day: { places: [place('sara', '09:00')] },
      });
      await book(database.db, 'c2', place('sara', '09:00'));
      expect(await whyNot(FIRST_DAY, {}, SARA)).toEqual({ kind: 'full' });
    });

    test('a free day without the asked time shows the times it does have', async () => {
      await book(database.db, 'c1', place('sara', '08:30'));
      expect(await whyNot(FIRST_DAY, { time: '08:30' }, SARA)).toMatchObject({
        kind: 'not-then',
        day: { places: [place('sara', '09:00')] },
      });
      expect((await whyNot(FIRST_DAY, { partOfDay: 'afternoon' }, SARA)).kind).toBe('not-then');
      expect((await whyNot(FIRST_DAY, { time: '09:00' }, SARA)).kind).toBe('free');
    });

    test('a district without inspectors is told apart from a full day', async () => {
      const { whyNot: ask } = inspectionsOf(database.db);
      expect(await ask({ district, now: NOW, day: FIRST_DAY })).toEqual({ kind: 'no-inspectors' });
    });
  });

  describe('a place at a time', () => {
    const placeAt = (from: string, day = FIRST_DAY, now = NOW) =>
      inspectionsOf(database.db, SARA).placeAt({ district, now, day, from });

    test('is found while it is free and gone once it is booked', async () => {
      expect(await placeAt('08:30')).toEqual(place('sara', '08:30'));
      await book(database.db, 'c1', place('sara', '08:30'));
      expect(await placeAt('08:30')).toBeNull();
    });

    test('is not found by an old button whose day has come too near', async () => {
      expect(await placeAt('08:30', FIRST_DAY, minutesLater(24 * 60))).toBeNull();
    });
  });
});
