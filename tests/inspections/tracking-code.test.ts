import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newTrackingCode, parseTrackingCode } from '../../src/inspections/tracking-code.ts';

test('a tracking code is two groups of four without letters that are misread', () => {
  for (let i = 0; i < 200; i++) {
    expect(newTrackingCode(randomBytes)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test('every byte gives a symbol, each equally often', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  const counts = new Map<string, number>();
  for (let i = 0; i < 256; i += 8) {
    const code = newTrackingCode(() => all.subarray(i, i + 8)).replace('-', '');
    for (const symbol of code) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  }
  expect(counts.size).toBe(32);
  expect(new Set(counts.values())).toEqual(new Set([8]));
});

test.each(['KH7M-2QXD', 'kh7m2qxd', ' KH7M 2QXD ', 'kh۷m–۲qxd'])(
  '%j is read as KH7M-2QXD',
  (typed) => {
    expect(parseTrackingCode(typed)).toBe('KH7M-2QXD');
  },
);

test('look-alikes are taken for the symbols they are mistaken for', () => {
  expect(parseTrackingCode('oI1l-2qxd')).toBe('0111-2QXD');
});

test.each(['KH7M-2QX', 'KH7M-2QXDD', 'KH7M-2QXU', ''])('%j is no tracking code', (typed) => {
  expect(parseTrackingCode(typed)).toBeNull();
});
