import { expect, test } from 'vitest';
import { saysGiveAccess } from '../../src/understanding/plain-words.ts';
import { spanNamed } from '../../src/understanding/span-of-time.ts';

test.each([
  ['یک روز', 1],
  ['برای یه روز', 1],
  ['یک هفته', 7],
  ['هفت روز', 7],
  ['۷ روز', 7],
  ['a week', 7],
  ['yek hafte', 7],
  ['ماه', 30],
  ['به مدت یک ماه', 30],
  ['سه ماه', 90],
  ['۳ ماه', 90],
  ['for three months', 90],
])('«%s» is %d days', (text, days) => {
  expect(spanNamed(text)).toBe(days);
});

test.each(['دو هفته', 'شش ماه', 'یک سال', 'سه روز', 'بدهی یک ماه', ''])(
  'access is given for no such time as «%s»',
  (text) => {
    expect(spanNamed(text)).toBe(null);
  },
);

test.each([
  'میخوام به مشاور املاک دسترسی بدم',
  'دسترسی دادن به همسرم',
  'می‌خواهم به پسرم نمایندگی بدهم',
  'mikham dastresi bedam',
  'give my agent access',
])('«%s» lets somebody else look', (text) => {
  expect(saysGiveAccess(text)).toBe(true);
});

test.each([
  'دسترسی ندارم',
  'سایت باز نمیشه',
  'نماینده شهرداری کیه',
  'let me see my debt',
  'بدهی ملکم',
])('«%s» does not', (text) => {
  expect(saysGiveAccess(text)).toBe(false);
});
