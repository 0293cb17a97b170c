import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  dayOff,
  isProvisional,
  isWorkingDay,
  knowsYear,
  workingDayBefore,
  workingDaysBetween,
} from '../../src/city/calendar.ts';
import { loadCity } from '../../src/city/load-city.ts';
import { addDays, isoOfJalali } from '../../src/language/jalali.ts';

const { calendar } = await loadCity('city');
const jalali = (month: number, day: number, year = 1405) => isoOfJalali(year, month, day)!;
/** Saturday 30 Aban 1405. */
const SATURDAY = jalali(8, 30);

describe('working days', () => {
  test('Saturday to Wednesday are working days, Thursday and Friday are not', () => {
    const week = Array.from({ length: 7 }, (_, i) => isWorkingDay(calendar, addDays(SATURDAY, i)));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });

  test('a holiday in the middle of the week is off and has a name', () => {
    expect(isWorkingDay(calendar, jalali(10, 2))).toBe(false);
    expect(dayOff(calendar, jalali(10, 2))).toEqual({ holiday: 'ولادت امام علی' });
  });

  test('a Friday that is no holiday is off without a name', () => {
    expect(dayOff(calendar, jalali(9, 6))).toEqual({ holiday: null });
  });

  test('from a Saturday to the next day is one working day, to the next Saturday five', () => {
    expect(workingDaysBetween(calendar, SATURDAY, addDays(SATURDAY, 1))).toBe(1);
    expect(workingDaysBetween(calendar, SATURDAY, addDays(SATURDAY, 7))).toBe(5);
  });

  test('no working day lies between a day and itself, or backwards', () => {
    expect(workingDaysBetween(calendar, SATURDAY, SATURDAY)).toBe(0);
    expect(workingDaysBetween(calendar, addDays(SATURDAY, 7), SATURDAY)).toBe(0);
  });

  test('counting over any stretch agrees with asking day by day', () => {
    for (const from of [jalali(1, 1), jalali(3, 4), jalali(5, 11), jalali(12, 17)]) {
      let counted = 0;
      for (let length = 1; length <= 45; length++) {
        if (isWorkingDay(calendar, addDays(from, length))) counted++;
        expect(workingDaysBetween(calendar, from, addDays(from, length))).toBe(counted);
      }
    }
  });

  test('the fourth working day after Saturday 30 Aban is Wednesday, the fifth the Saturday after', () => {
    expect(addWorkingDays(calendar, SATURDAY, 4)).toBe(jalali(9, 4));
    expect(addWorkingDays(calendar, SATURDAY, 5)).toBe(jalali(9, 7));
  });

  test('adding working days steps over Nowruz into the new year', () => {
    // 1 to 4 Farvardin 1405 are Saturday to Tuesday; Wednesday 5 works.
    expect(addWorkingDays(calendar, isoOfJalali(1404, 12, 29)!, 1)).toBe(jalali(1, 5));
  });

  test('the working day before a Saturday is Wednesday, before a day after a holiday the day before that', () => {
    expect(workingDayBefore(calendar, SATURDAY)).toBe(addDays(SATURDAY, -3));
    expect(workingDayBefore(calendar, jalali(10, 17))).toBe(jalali(10, 15));
  });
});

describe('what is known of a year', () => {
  test('1405 is known to its last day, the first day of 1406 is not', () => {
    expect(knowsYear(calendar, jalali(12, 29))).toBe(true);
    expect(knowsYear(calendar, isoOfJalali(1406, 1, 1)!)).toBe(false);
  });

  test('the days beside a lunar holiday are provisional, the days beside a solar one are not', () => {
    expect(isProvisional(calendar, jalali(10, 1))).toBe(true);
    expect(isProvisional(calendar, jalali(10, 3))).toBe(true);
    expect(isProvisional(calendar, jalali(11, 21))).toBe(false);
    expect(isProvisional(calendar, jalali(9, 15))).toBe(false);
  });

  test('Fitr comes twice in 1405, and the solar days are official', () => {
    const fitr = [...calendar.holidays].filter(([, { name }]) => name.includes('فطر'));
    expect(fitr.map(([day]) => day)).toEqual([
      jalali(1, 1),
      jalali(1, 2),
      jalali(12, 19),
      jalali(12, 20),
    ]);
    for (const day of [
      jalali(1, 12),
      jalali(1, 13),
      jalali(3, 14),
      jalali(3, 15),
      jalali(11, 22),
      jalali(12, 29),
    ]) {
      expect(calendar.holidays.get(day)?.status).toBe('official');
    }
    for (const day of [jalali(3, 6), jalali(4, 3), jalali(4, 4), jalali(12, 19)]) {
      expect(calendar.holidays.get(day)?.status).toBe('predicted');
    }
  });
});
