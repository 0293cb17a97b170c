import { describe, expect, it } from 'vitest';
import { extractEntities } from '../../src/understanding/entities/extract.ts';

const NOW = new Date('2026-11-21T06:30:00Z');
const read = (text: string) => extractEntities(text, NOW).map(({ type, value }) => [type, value]);

describe("a certificate's number", () => {
  it.each([
    '3-1405-221',
    '۳-۱۴۰۵-۲۲۱',
    '3/1405/221',
    '3 - 1405 - 221',
    '3-1405-0221',
    'گواهی شماره ۳-۱۴۰۵-۲۲۱ اصل است؟',
    '221-1405-3',
  ])('in %j is district, year and number', (text) => {
    expect(read(text)).toEqual([['certificate', '3-1405-221']]);
  });

  it('is neither a renovation code nor a day, and takes nothing from those beside it', () => {
    const all = [
      ['nosazi', '3-6-88-12-1-0-0'],
      ['certificate', '3-1405-221'],
      ['date', '2026-05-31'],
    ];
    expect(read('3-6-88-12-1-0-0 3-1405-221 1405/03/10')).toEqual(all);
    expect(read('3-6-88-12-1\n3-1405-221\n۱۰ خرداد ۱۴۰۵')).toEqual(all);
    expect(read('1405/3/10 3-1405-221 3-6-88-12-1')).toEqual(all.toReversed());
  });

  it('a day written beside a code in either order ends it and is read itself', () => {
    expect(read('3-6-88-12-1 1405/06/22')).toEqual([
      ['nosazi', '3-6-88-12-1-0-0'],
      ['date', '2026-09-13'],
    ]);
    expect(read('1405/06/22 3-6-88-12-1')).toEqual([
      ['date', '2026-09-13'],
      ['nosazi', '3-6-88-12-1-0-0'],
    ]);
  });

  it.each([
    ['a renovation code with a year-like part', '3-1405-221-7', 'nosazi'],
    ['a day', '1405/03/10', 'date'],
    ['a day with its year last', '10/3/1405', 'date'],
  ])('is not what is read in %s', (_, text, type) => {
    expect(read(text).map(([found]) => found)).toEqual([type]);
  });
});
