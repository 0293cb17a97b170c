import { expect, test } from 'vitest';
import { spokenTimes } from '../../src/language/spoken-times.ts';

const timesIn = (text: string) => spokenTimes(text).map(({ value }) => value);

test.each([
  ['ساعت ده و نیم', '10:30'],
  ['ساعت ۱۰ و نیم', '10:30'],
  ['ساعت ۹', '09:00'],
  ['۱۰:۳۰', '10:30'],
  ['ساعت هشت و سی دقیقه', '08:30'],
  ['ساعت نه و ربع', '09:15'],
  ['یه ربع به ده صبح', '09:45'],
  ['ده صبح', '10:00'],
  ['دو بعد از ظهر', '14:00'],
  ['بعد از ظهر ساعت ۲', '14:00'],
  ['۴ عصر', '16:00'],
  ['saat 10 sobh', '10:00'],
  ['یه ربع به یازده', '10:45'],
  ['بیست دقیقه به نه', '08:40'],
  ['نه و نیم', '09:30'],
  ['ساعت 9.5', '09:30'],
  ['۱۰.۳۰ صبح', '10:30'],
  ['ساعت حدود ده', '10:00'],
  ['10am', '10:00'],
  ['3 pm', '15:00'],
])('«%s» is %s', (text, time) => {
  expect(timesIn(text)).toEqual([time]);
});

test('an early hour without a part of the day is after noon, when offices are open', () => {
  expect(timesIn('ساعت ۲')).toEqual(['14:00']);
  expect(timesIn('ساعت ۸')).toEqual(['08:00']);
});

test.each([
  ['فردا صبح', 'morning'],
  ['شنبه ظهر', 'noon'],
  ['عصر بیاید', 'afternoon'],
  ['بعد از ظهر', 'afternoon'],
  ['بعد ظهرا', 'afternoon'],
  ['بعد از ناهار', 'afternoon'],
  ['پسین', 'afternoon'],
  ['پیش از ظهر', 'morning'],
  ['اول وقت', 'morning'],
  ['صبح اول وقت', 'morning'],
])('«%s» names only a part of the day', (text, part) => {
  expect(timesIn(text)).toEqual([part]);
});

test('both hours of a span are in the part of the day named behind it', () => {
  expect(timesIn('بین ۹ تا ۱۱ صبح')).toEqual(['09:00', '11:00']);
});

test.each([
  'دو و نیم میلیون',
  'man 20 sale Canada am',
  'صبح بخیر',
  'شب خوش',
  'ساعت کاری شهرداری',
  'ده روز',
  'ساعت چند باز است',
  '25:00',
])('«%s» names no time', (text) => {
  expect(timesIn(text)).toEqual([]);
});
