import { expect, test } from 'vitest';
import { instantAt } from '../../src/language/jalali.ts';
import { isQuiet } from '../../src/notifications/quiet-hours.ts';

const at = (time: string) => instantAt('2026-11-21', time);

test.each([
  ['20:59', false],
  ['21:00', true],
  ['23:59', true],
  ['00:00', true],
  ['07:59', true],
  ['08:00', false],
])('with quiet from 21:00 until 08:00 in Tehran, %s is quiet: %s', (time, quiet) => {
  expect(isQuiet({ from: '21:00', until: '08:00' }, at(time))).toBe(quiet);
});

test('quiet hours may lie within a day', () => {
  const siesta = { from: '13:00', until: '16:00' };
  expect([at('12:59'), at('13:00'), at('16:00')].map((time) => isQuiet(siesta, time))).toEqual([
    false,
    true,
    false,
  ]);
});

test('equal times mean that no hour is quiet', () => {
  const never = { from: '00:00', until: '00:00' };
  expect([at('00:00'), at('12:00')].some((time) => isQuiet(never, time))).toBe(false);
});
