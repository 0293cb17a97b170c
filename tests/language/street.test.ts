import { expect, test } from 'vitest';
import { streetOf } from '../../src/language/street.ts';

test.each([
  ['خیابان بهارستان، پلاک ۲۴', 'خیابان بهارستان'],
  ['بلوار ارم، مغازه ۷', 'بلوار ارم'],
  ['خیابان مهدیه کوچه لاله پلاک ۱۲', 'خیابان مهدیه'],
  ['خيابان شريعتي, پلاك 3', 'خیابان شریعتی'],
  ['میدان ساعت', 'میدان ساعت'],
])('%s lies in %s', (address, street) => {
  expect(streetOf(address)).toBe(street);
});

test.each(['پلاک ۱۲', '', 'الف '.repeat(40)])('%j names no street', (address) => {
  expect(streetOf(address)).toBeNull();
});
