import { expect, test } from 'vitest';
import { kilometresAway, middleOf, officesFor } from '../../src/answers/offices.ts';
import type { Office } from '../../src/records/record-store.ts';

const OFFICE: Office = {
  code: '1',
  name: 'دفتر',
  district: 1,
  address: 'خیابان ارم',
  phone: null,
  lat: 34.6,
  lon: 49.28,
  services: [],
  hours: null,
};

test('a place is far away from a hundred kilometres on', () => {
  expect(kilometresAway([OFFICE], { lat: 35.49, lon: 49.28 })).toBeNull();
  expect(kilometresAway([OFFICE], { lat: 35.51, lon: 49.28 })).toBe(100);
  expect(kilometresAway([OFFICE], { lat: 52.52, lon: 13.405 })).toBe(3460);
});

test('no place is far away while no office has a position', () => {
  expect(kilometresAway([{ ...OFFICE, lat: null }], { lat: 52.52, lon: 13.405 })).toBeNull();
});

test('the middle is that of the parts whose position is known', () => {
  expect(middleOf([{ lat: 1, lon: 2 }, { lat: 3, lon: 4 }, { lat: null }, {}])).toEqual({
    lat: 2,
    lon: 3,
  });
  expect(middleOf([{}])).toBeNull();
});

test('an office without a list of services takes all of them', () => {
  const narrow = { ...OFFICE, code: '2', services: ['clearance'] };
  expect(officesFor('clearance', [OFFICE, narrow])).toEqual([OFFICE, narrow]);
  expect(officesFor('completion', [OFFICE, narrow])).toEqual([OFFICE]);
});
