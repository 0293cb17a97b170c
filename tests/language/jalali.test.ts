import { describe, expect, test } from 'vitest';
import {
  addDays,
  instantAt,
  isoOfJalali,
  jalaliOf,
  parseDay,
  tehranDate,
  tehranTime,
  weekdayOf,
} from '../../src/language/jalali.ts';

test('every day from 1390 to 1420 is the one the platform calendar shows', () => {
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  for (let iso = '2011-03-21'; iso < '2042-03-21'; iso = addDays(iso, 1)) {
    const { year, month, day } = jalaliOf(iso);
    const shown = format.format(new Date(`${iso}T00:00:00Z`)).replace(/ AP$/, '');
    expect(`${month}/${day}/${year}`).toBe(shown);
    expect(isoOfJalali(year, month, day)).toBe(iso);
  }
});

test('there is a 30 Esfand in leap years only', () => {
  const leap = (year: number) => isoOfJalali(year, 12, 30) !== null;
  expect(Array.from({ length: 30 }, (_, i) => 1391 + i).filter(leap)).toEqual([
    1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
  ]);
});

test.each([
  [1405, 7, 31],
  [1405, 13, 1],
  [1405, 0, 1],
  [1405, 1, 0],
  [1405.5, 1, 1],
])('%d/%d/%d is no day', (year, month, day) => {
  expect(isoOfJalali(year, month, day)).toBeNull();
});

test('30 Aban 1405 is a Saturday', () => {
  expect(weekdayOf('2026-11-21')).toBe('sat');
  expect(weekdayOf('2026-11-27')).toBe('fri');
  expect(weekdayOf('1950-01-01')).toBe('sun');
});

test('days are added across the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
});

describe('in Tehran', () => {
  test('the day begins at half past eight in the evening of London', () => {
    expect(tehranDate(new Date('2026-11-21T20:29:59Z'))).toBe('2026-11-21');
    expect(tehranDate(new Date('2026-11-21T20:30:00Z'))).toBe('2026-11-22');
  });

  test('the last summer time ended at the end of a half hour', () => {
    expect(tehranTime(new Date('2022-09-21T19:29:59Z'))).toBe('23:59');
    expect(tehranTime(new Date('2022-09-21T19:30:00Z'))).toBe('23:00');
    expect(tehranTime(new Date('2022-09-21T19:29:59Z'))).toBe('23:59');
    expect(tehranDate(new Date('2022-09-21T20:29:59Z'))).toBe('2022-09-21');
    expect(tehranDate(new Date('2022-09-21T20:30:00Z'))).toBe('2022-09-22');
  });

  test('there is no summer time any more', () => {
    expect(tehranTime(new Date('2026-07-01T00:00:00Z'))).toBe('03:30');
    expect(instantAt('2026-07-01', '03:30').toISOString()).toBe('2026-07-01T00:00:00.000Z');
  });
});

describe('a typed day', () => {
  test.each([
    ['1405/08/30', '2026-11-21'],
    ['۱۴۰۵/۹/۵', '2026-11-26'],
    ['1405-9-5', '2026-11-26'],
    ['2026-11-21', '2026-11-21'],
  ])('%s is %s', (typed, iso) => {
    expect(parseDay(typed)).toBe(iso);
  });

  test.each(['1404/12/30', '1405/7/31', '2026-02-30', '1405/9-5', '05/9/5', '2026-11', ''])(
    '%s is none',
    (typed) => {
      expect(parseDay(typed)).toBeNull();
    },
  );
});
