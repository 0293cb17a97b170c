import { expect, test } from 'vitest';
import { shortAddress } from '../../src/dialogue/property.ts';

const flat = 'خیابان پردیس، کوچه یاس، پلاک ۱۰، طبقه ۲، واحد';

test('an address that fits on a button is shown whole', () => {
  expect(shortAddress('خیابان مهدیه، پلاک ۳۱')).toBe('خیابان مهدیه، پلاک ۳۱');
});

test('a long address keeps its street and its end', () => {
  expect(shortAddress(`${flat} ۴`)).toBe('خیابان پردیس، …، طبقه ۲، واحد ۴');
});

test('two flats of one building have two labels', () => {
  expect(shortAddress(`${flat} ۴`)).not.toBe(shortAddress(`${flat} ۵`));
});

test('an address of one long part is cut at its end', () => {
  const label = shortAddress('بلوار شهیدان گمنام روبه‌روی پارک بزرگ بانوان');
  expect(label).toHaveLength(32);
  expect(label.endsWith('…')).toBe(true);
});
