import { describe, expect, test } from 'vitest';
import { findPlaces } from '../../src/understanding/places.ts';

const STREETS = ['ارم', 'بهارستان', 'مهدیه', 'پردیس', 'جانبازان', 'فرهنگ', 'سعدی', 'بوعلی'];
const ADDRESSES = [
  'خیابان بهارستان، پلاک ۲۴',
  'بلوار ارم، مغازه ۷',
  'خیابان پردیس، کوچه یاس، پلاک ۱۰',
  'خیابان مهدیه، پلاک ۳۱',
];
const streets = (mention: string) => findPlaces(mention, STREETS, (name) => name);
const addresses = (mention: string) => findPlaces(mention, ADDRESSES, (address) => address);

test.each([
  ['ارم', 'ارم'],
  ['بهارستن', 'بهارستان'],
  ['جانبازن', 'جانبازان'],
  ['eram', 'ارم'],
  ['pardis', 'پردیس'],
  ['سعدی بالاتر', 'سعدی'],
  ['خیابان بوعلی', 'بوعلی'],
])('«%s» means %s', (mention, street) => {
  expect(streets(mention)[0]).toBe(street);
});

test('a name spelled or heard just so leaves out those that resemble it', () => {
  const names = ['صنعت', 'صنعتگران', 'مهدیه', 'مهدی‌آباد'];
  const found = (mention: string) => findPlaces(mention, names, (name) => name);
  expect(found('صنعت')).toEqual(['صنعت']);
  expect(found('صنعته')).toEqual(['صنعت']);
  expect(found('mahdieh')).toEqual(['مهدیه']);
});

test('a name that is none of them finds nothing', () => {
  expect(streets('گلستان')).toEqual([]);
  expect(streets('')).toEqual([]);
});

describe('in addresses', () => {
  test('the street, the lane and a slip find theirs', () => {
    expect(addresses('ارم')).toEqual(['بلوار ارم، مغازه ۷']);
    expect(addresses('یاس')[0]).toBe('خیابان پردیس، کوچه یاس، پلاک ۱۰');
    expect(addresses('مهدی')[0]).toBe('خیابان مهدیه، پلاک ۳۱');
  });

  test('two on one street both come, so that the citizen can be asked', () => {
    const both = findPlaces('ارم', ['بلوار ارم، مغازه ۷', 'بلوار ارم، پلاک ۹'], (name) => name);
    expect(both).toHaveLength(2);
  });
});

test('every name of a city is found again with any one letter left out of its middle', () => {
  let right = 0;
  let all = 0;
  for (const street of STREETS.filter((name) => name.length > 4)) {
    for (let i = 1; i < street.length - 1; i++) {
      all++;
      if (streets(street.slice(0, i) + street.slice(i + 1))[0] === street) right++;
    }
  }
  expect(right / all).toBeGreaterThan(0.95);
});
