import { describe, expect, test } from 'vitest';
import {
  parseRenovationCode,
  reversedRenovationCode,
  turnedRound,
} from '../../src/language/renovation-code.ts';

describe('a renovation code', () => {
  test.each([
    ['3-11-245-7-1-12-0', '3-11-245-7-1-12-0'],
    ['۳-۱۱-۲۴۵-۷', '3-11-245-7-0-0-0'],
    ['٣/١١/٢٤٥/٧/١', '3-11-245-7-1-0-0'],
    ['03–0011 — 0245/007', '3-11-245-7-0-0-0'],
    ['\u20663-11-245-7-1-0-4\u2069', '3-11-245-7-1-0-4'],
  ])('written %s is %s', (typed, code) => {
    expect(parseRenovationCode(typed)).toBe(code);
  });

  test.each([
    '0-0-0-0-0-0-0',
    '0-11-245-7',
    '3-11-245',
    '1-2-3-4-5-6-7-8',
    '3--11-245-7',
    'کد',
    '',
  ])('is not read from %s', (typed) => {
    expect(parseRenovationCode(typed)).toBeNull();
  });
});

describe('a code copied backwards from a right-to-left screen', () => {
  test('is turned round when it begins with an empty shop', () => {
    expect(reversedRenovationCode('0-0-0-7-245-11-3')).toBe('3-11-245-7-0-0-0');
    expect(parseRenovationCode('0-0-0-7-245-11-3')).toBeNull();
  });

  test('is turned round when its first number is larger than any district', () => {
    expect(reversedRenovationCode('1043/22/5/1')).toBe('1-5-22-1043-0-0-0');
  });

  test.each(['3-11-245-7', '3-11-245-7-0-0-0', '0-0-0-0', '0-0-0-7-245-11-300'])(
    'is not suspected in %s',
    (typed) => {
      expect(reversedRenovationCode(typed)).toBeNull();
    },
  );
});

test('a code turned round loses the zeros that pad it, and needs four numbers', () => {
  expect(turnedRound('7-245-11-3-0-0-0')).toBe('3-11-245-7-0-0-0');
  expect(turnedRound('12-0-1-8-33-2-1')).toBe('1-2-33-8-1-0-12');
  expect(turnedRound('7-245-11-0-0-0-0')).toBeNull();
});
