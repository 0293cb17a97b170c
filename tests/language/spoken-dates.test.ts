import { describe, expect, test } from 'vitest';
import { isoOfJalali } from '../../src/language/jalali.ts';
import { spokenDates } from '../../src/language/spoken-dates.ts';

/** Saturday 30 Aban 1405 in Tehran. */
const NOW = new Date('2026-11-21T06:00:00Z');
const daysIn = (text: string, now = NOW) => spokenDates(text, now).map(({ value }) => value);
const azar = (day: number) => isoOfJalali(1405, 9, day);

describe('on Saturday 30 Aban 1405', () => {
  test.each([
    ['فردا', azar(1)],
    ['پس‌فردا', azar(2)],
    ['پس فردا', azar(2)],
    ['farda', azar(1)],
    ['سه روز دیگه', azar(3)],
    ['دو هفته بعد', azar(14)],
    ['شنبه', azar(7)],
    ['دوشنبه', azar(2)],
    ['دو شنبه', azar(2)],
    ['سه‌شنبه', azar(3)],
    ['panjshanbe', azar(5)],
    ['شنبه هفته بعد', azar(7)],
    ['دوشنبه هفته بعد', azar(9)],
    ['چهارشنبه‌ی هفته‌ی آینده', azar(11)],
    ['هفته ی دیگه دوشنبه', azar(9)],
    ['این هفته سه‌شنبه', azar(3)],
    ['اول هفته بعد', azar(7)],
    ['آخر هفته', azar(5)],
    ['پنجم آذر', azar(5)],
    ['۵ آذر ماه', azar(5)],
    ['بیست و یکم آذر ۱۴۰۵', azar(21)],
    ['اول ماه بعد', azar(1)],
    ['۳۰ آبان', '2026-11-21'],
    ['۵ فروردین', isoOfJalali(1406, 1, 5)],
    ['۱۵ مهر', isoOfJalali(1405, 7, 15)],
    ['۱۴۰۵/۹/۵', azar(5)],
    ['٠٥/٩/٥', azar(5)],
    ['5/9/1405', azar(5)],
    ['2026-11-26', azar(5)],
    ['۱۵ آذرماه ۱۴۰۵', azar(15)],
    ['قسط سوم ۵ آذره', azar(5)],
    ['بیست پنجم آذر', azar(25)],
    ['آذر پنجم', azar(5)],
    ['1405.09.05', azar(5)],
    ['هفته‌ی دیه دوشنبه', azar(9)],
    ['پنجم ماه آذر', azar(5)],
    ['ماه دیگه پونزدهم', azar(15)],
    ['اول برج', azar(1)],
    ['دو هفته دیگه دوشنبه', azar(16)],
    ['شنبه دو هفته دیگه', azar(14)],
    ['next week monday', azar(9)],
    ['tomorrow', azar(1)],
    ['یک ماه دیگه', azar(30)],
    ['روز جاری', '2026-11-21'],
    ['پنج شنبع', azar(5)],
    ['دوشنبه مورخ ۱۴۰۵/۹/۹', azar(9)],
  ])('«%s» is %s', (text, day) => {
    expect(daysIn(text)).toEqual([day]);
  });

  test('«یکشنبه بعد از ظهر» is a Sunday afternoon, not the Sunday after', () => {
    expect(daysIn('یکشنبه بعد از ظهر')).toEqual([azar(1)]);
  });

  test('two days in one message are both found', () => {
    expect(daysIn('نوبت شنبه رو بنداز دوشنبه')).toEqual([azar(7), azar(2)]);
  });

  test.each([
    'چند شنبه وقت دارید',
    'سوم ماه رمضان',
    'سه ماه',
    'ده روزه منتظرم',
    '۳۱ مهر',
    '۱۴۰۵/۱۲/۳۰',
    '3-11-245-7',
    '۳/۱۱/۲۴۵/۷/۰/۰/۰',
    'هفته',
    'مهر و امضا',
  ])('«%s» names no day', (text) => {
    expect(daysIn(text)).toEqual([]);
  });
});

test('the day changes at midnight in Tehran', () => {
  expect(daysIn('فردا', new Date('2026-11-21T20:31:00Z'))).toEqual([azar(2)]);
});

test('the place of a day in the text is known', () => {
  const text = 'لطفا شنبه هفته بعد بیایید';
  const [day] = spokenDates(text, NOW);
  expect(text.slice(day?.start, day?.end)).toBe('شنبه هفته بعد');
});
