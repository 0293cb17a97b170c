import { expect, test } from 'vitest';
import { consonantSkeleton } from '../../src/language/skeleton.ts';
import { matchKey } from '../../src/language/text.ts';

test.each([
  ['پروانه', 'parvaneh'],
  ['پروانه', 'parvane'],
  ['کد نوسازی', 'code nosazi'],
  ['مفاصا حساب', 'mofassa hesab'],
  ['نقل و انتقال', 'naghl o enteghal'],
  ['تغییر کاربری', 'taghyir karbari'],
  ['خلافی', 'khalafi'],
  ['خلافی', 'xalafi'],
  ['شهرداری', 'shahrdari'],
  ['چقدر', 'cheghadr'],
])('«%s» and «%s» sound alike', (persian, finglish) => {
  expect(consonantSkeleton(matchKey(finglish))).toBe(consonantSkeleton(matchKey(persian)));
});

test('words with other consonants differ', () => {
  expect(consonantSkeleton('پروانه')).not.toBe(consonantSkeleton('پرونده'));
});

test('words of vowels alone leave nothing', () => {
  expect(consonantSkeleton('و ای')).toBe('');
});
