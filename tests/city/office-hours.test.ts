import { describe, expect, test } from 'vitest';
import { loadCity } from '../../src/city/load-city.ts';
import { openingAt, parseHours } from '../../src/city/office-hours.ts';
import { instantAt, isoOfJalali } from '../../src/language/jalali.ts';

const { calendar } = await loadCity('city');
const at = (month: number, day: number, time: string) =>
  instantAt(isoOfJalali(1405, month, day)!, time);
const opening = (hours: string, now: Date) => openingAt(parseHours(hours), calendar, now);
const OFFICE = 'sat-wed 08:00-14:00; thu 08:00-12:00';

describe('the grammar of office hours', () => {
  test('days, ranges and several spans are read', () => {
    const hours = parseHours('sat-mon 08:00-12:00,14:00-18:00; wed 9:00-10:30');
    expect(hours.kind === 'hours' && Object.fromEntries(hours.week)).toEqual({
      sat: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
      sun: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
      mon: [
        { from: '08:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
      wed: [{ from: '09:00', to: '10:30' }],
    });
  });

  test('a range of days may run over the end of the week', () => {
    const hours = parseHours('thu-sun 08:00-12:00');
    expect(hours.kind === 'hours' && [...hours.week.keys()]).toEqual(['thu', 'fri', 'sat', 'sun']);
  });

  test('single days may be listed, in Persian digits too', () => {
    const hours = parseHours('sat,mon ۰۸:۰۰-۱۲:۰۰');
    expect(hours.kind === 'hours' && Object.fromEntries(hours.week)).toEqual({
      sat: [{ from: '08:00', to: '12:00' }],
      mon: [{ from: '08:00', to: '12:00' }],
    });
  });

  test('spans of one day that touch are one', () => {
    const hours = parseHours('sat 08:00-12:00; sat 12:00-14:00');
    expect(hours.kind === 'hours' && hours.week.get('sat')).toEqual([
      { from: '08:00', to: '14:00' },
    ]);
  });

  test.each([
    'همه روزه به جز ایام تعطیل',
    'sat-wed 14:00-08:00',
    'sat-wed 25:00-26:00',
    'sat-wed 08:00',
    'sat-foo 08:00-12:00',
    'sat-mon-wed 08:00-12:00',
    '',
  ])('%j is kept as free text and says nothing about now', (text) => {
    expect(parseHours(text)).toEqual({ kind: 'free-text', text });
    expect(opening(text, at(8, 30, '10:00'))).toBeNull();
  });
});

describe('open now', () => {
  test('an office is open from its first minute to the minute before its last', () => {
    expect(opening(OFFICE, at(8, 30, '08:00'))).toEqual({ kind: 'open', until: '14:00' });
    expect(opening(OFFICE, at(8, 30, '13:59'))).toEqual({ kind: 'open', until: '14:00' });
    expect(opening(OFFICE, at(8, 30, '14:00'))?.kind).toBe('closed');
  });

  test('before it opens it opens today, after it closed tomorrow', () => {
    const today = isoOfJalali(1405, 8, 30);
    const tomorrow = isoOfJalali(1405, 9, 1);
    const closed = { kind: 'closed', holiday: null };
    expect(opening(OFFICE, at(8, 30, '07:00'))).toEqual({
      ...closed,
      next: { day: today, from: '08:00' },
    });
    expect(opening(OFFICE, at(8, 30, '15:00'))).toEqual({
      ...closed,
      next: { day: tomorrow, from: '08:00' },
    });
  });

  test('between two spans the second is next', () => {
    expect(opening('sat 08:00-12:00,16:00-18:00', at(8, 30, '13:00'))).toMatchObject({
      next: { from: '16:00' },
    });
  });

  test('an office may open on Thursday though the municipality does not', () => {
    expect(opening(OFFICE, at(9, 5, '09:00'))).toEqual({ kind: 'open', until: '12:00' });
  });

  test('a holiday closes every office and is named, and the next opening is the working day after', () => {
    // Wednesday 2 Dey; Thursday 3 Dey is open.
    expect(opening(OFFICE, at(10, 2, '10:00'))).toEqual({
      kind: 'closed',
      holiday: 'ولادت امام علی',
      next: { day: isoOfJalali(1405, 10, 3), from: '08:00' },
    });
  });

  test('the clock is that of Tehran, whatever the server says', () => {
    // 04:30 UTC is 08:00 in Tehran.
    expect(opening(OFFICE, new Date('2026-11-21T04:30:00Z'))?.kind).toBe('open');
    expect(opening(OFFICE, new Date('2026-11-21T04:29:00Z'))?.kind).toBe('closed');
  });
});
