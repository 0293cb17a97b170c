import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newTrackingCode } from '../../src/inspections/tracking-code.ts';

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
