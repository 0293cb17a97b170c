import { describe, expect, test } from 'vitest';
import { countWords, spellerOf } from '../../src/understanding/spelling.ts';
import { understand } from '../helpers/understander.ts';

describe('a slip of the thumb', () => {
  const speller = spellerOf(
    countWords([
      ...Array.from({ length: 4 }, () => 'پروانه زباله بدهی'),
      ...Array.from({ length: 9 }, () => 'زبانه'),
      'بدنی',
    ]),
  );

  test.each([
    ['a neighbouring key', 'پروامه'],
    ['a letter left out', 'پرونه'],
    ['a letter too many', 'پرووانه'],
    ['two letters that changed places', 'پرواهن'],
    ['a letter of the same sound', 'ضباله', 'زباله'],
  ])('is put right: %s', (_, written, meant = 'پروانه') => {
    expect(speller(written)).toBe(meant);
  });

  test('of two words the commoner one is taken', () => {
    expect(speller('زباه')).toBe('زبانه');
  });

  test.each([
    ['a word that somebody wrote in an example', 'بدنی'],
    ['one that differs in a far letter', 'پرواشه'],
    ['one that differs in two letters', 'پرزاهه'],
    ['a short one', 'بده'],
    ['Latin letters, whose spelling is anybody’s', 'parvane'],
    ['what stands for a code', 'Xnosazi'],
  ])('is not seen in %s', (_, written) => {
    expect(speller(written)).toBe(written);
  });

  test('does not change what is understood', () => {
    expect(understand('مفاصا حشاب میخوام').intent).toBe('clearance');
    expect(understand('پروابه ساختمان میخوام').intent).toBe('permit');
  });
});
