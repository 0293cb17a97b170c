import { describe, expect, test } from 'vitest';
import { numberAt } from '../../src/language/number-words.ts';
import { wordsOf } from '../../src/language/words.ts';

const numberIn = (text: string) => {
  const words = wordsOf(text);
  const read = numberAt(words, 0);
  return read && { ...read, whole: read.next === words.length };
};

describe('a number in words', () => {
  test.each([
    ['هفت', 7],
    ['نوزده', 19],
    ['بیست و پنج', 25],
    ['دویست و چهل و پنج', 245],
    ['پونصد هزار', 500_000],
    ['دو ملیون و سیصد هزار', 2_300_000],
    ['یک میلیارد و دویست میلیون و پنج هزار و سه', 1_200_005_003],
    ['هزار', null],
    ['شیش', 6],
    ['bist o panj', 25],
    ['۲۴۵', 245],
    ['هزار و چهارصد و سه', 1_403],
    ['صدو بیستو پنج', 125],
    ['devisto chehelo panj', 245],
    ['هفت صد و سی', 730],
    ['نهصد و نود و نه', 999],
  ])('«%s» is %s', (text, value) => {
    expect(numberIn(text)?.value ?? null).toBe(value);
  });

  test('ends before a word that cannot continue it', () => {
    expect(numberIn('ده و سی دقیقه')).toMatchObject({ value: 10, next: 1 });
    expect(numberIn('سه یازده')).toMatchObject({ value: 3, next: 1 });
    expect(numberIn('بیست و نیم')).toMatchObject({ value: 20, next: 1 });
  });

  test.each([
    ['پنجم', 5],
    ['بیست و یکم', 21],
    ['سی‌ام', 30],
    ['۲۱ام', 21],
  ])('«%s» is an ordinal', (text, value) => {
    expect(numberIn(text)).toMatchObject({ value, ordinal: true, whole: true });
  });

  test('is not found in other words', () => {
    expect(numberIn('بدهی')).toBeNull();
    expect(numberIn('constructor')).toBeNull();
  });
});
