import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';

const svg = readFileSync('city/bill-sample.svg');
const png = readFileSync('city/bill-sample.png');
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the picture of a bill', () => {
  it('is made from the drawing as it is now; `node scripts/render-bill-sample.ts` makes it anew', () => {
    expect(readFileSync('city/bill-sample.sha256', 'utf8')).toBe(
      `${sumOf(svg)}  bill-sample.svg\n${sumOf(png)}  bill-sample.png\n`,
    );
  });

  it('is a PNG that Telegram takes as a photo', () => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 900]);
    expect(png.length).toBeLessThan(1024 * 1024);
  });

  it('belongs to the city whose profile has one', async () => {
    expect((await loadCity('city')).billSample).toMatch(/bill-sample\.png$/);
  });
});
