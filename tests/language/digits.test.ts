import { expect, test } from 'vitest';
import { toLatinDigits, toPersianDigits } from '../../src/language/digits.ts';

test('Persian and Arabic digits are read as Latin ones', () => {
  expect(toLatinDigits('کد ۳-۱۱ و ٢٤٥ و 7')).toBe('کد 3-11 و 245 و 7');
});

test('Latin and Arabic digits are shown as Persian ones', () => {
  expect(toPersianDigits('پلاک 12 و ٣')).toBe('پلاک ۱۲ و ۳');
  expect(toPersianDigits(1405)).toBe('۱۴۰۵');
});
