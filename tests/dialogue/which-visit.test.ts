import { describe, expect, it } from 'vitest';
import { visitsMeant, whereTo } from '../../src/dialogue/booking/which-visit.ts';
import type { Wanted } from '../../src/dialogue/wanted.ts';
import type { Wish } from '../../src/dialogue/wish.ts';
import type { Booking } from '../../src/inspections/inspections.ts';

const [WEDNESDAY, SATURDAY, MONDAY, NEXT_SATURDAY] = [
  '2026-11-25',
  '2026-11-28',
  '2026-11-30',
  '2026-12-05',
];

function visit(day: string, from: string): Booking {
  return {
    draftId: `${day} ${from}`,
    citizenId: 'telegram:1',
    status: 'booked',
    trackingCode: `CODE-${day}`,
    heldUntil: null,
    service: 'completion',
    district: 2,
    address: 'Laleh 12',
    code: null,
    location: null,
    inspectorId: 'ali',
    day,
    from,
    to: '12:00',
  };
}

function wish(wanted?: Wanted, alsoWanted?: Wanted, trackingCode?: string): Wish {
  return {
    intent: 'reschedule-inspection',
    ...(wanted && { wanted }),
    ...(alsoWanted && { alsoWanted }),
    ...(trackingCode && { trackingCode }),
  };
}

const wednesday = visit(WEDNESDAY, '08:30');
const saturday = visit(SATURDAY, '09:00');
const nextSaturday = visit(NEXT_SATURDAY, '09:00');
const onSaturday = { day: SATURDAY, byWeekday: true };

describe('the visit that is meant', () => {
  it('is the one whose day or tracking code was named', () => {
    const visits = [wednesday, saturday];
    expect(visitsMeant(visits, wish({ day: SATURDAY }))).toEqual([saturday]);
    expect(visitsMeant(visits, wish({ day: MONDAY }, { day: WEDNESDAY }))).toEqual([wednesday]);
    expect(visitsMeant(visits, wish({}, {}, `CODE-${WEDNESDAY}`))).toEqual([wednesday]);
  });

  it('is the one of that weekday among several, however far ahead', () => {
    expect(visitsMeant([wednesday, nextSaturday], wish(onSaturday))).toEqual([nextSaturday]);
  });

  it('is open where the day named is nobody’s', () => {
    expect(visitsMeant([wednesday, saturday], wish({ day: MONDAY }))).toHaveLength(2);
  });
});

describe('where a visit shall go', () => {
  it('is the day named that is not its own, whichever comes first', () => {
    expect(whereTo(wednesday, wish({ day: WEDNESDAY }, { day: MONDAY }))).toEqual({ day: MONDAY });
    expect(whereTo(wednesday, wish({ day: MONDAY }, { day: WEDNESDAY }))).toEqual({ day: MONDAY });
  });

  it('is not told by its own day and time alone', () => {
    expect(whereTo(saturday, wish({ day: SATURDAY, time: '09:00' }))).toEqual({});
    expect(whereTo(saturday, wish({ day: SATURDAY, part: 'morning' }))).toEqual({});
    expect(whereTo(saturday, wish())).toEqual({});
  });

  it('is another time of the same day when only a time is named', () => {
    expect(whereTo(saturday, wish({ time: '11:00' }))).toEqual({ day: SATURDAY, time: '11:00' });
    const fromNineToEleven = wish({ time: '09:00' }, { time: '11:00' });
    expect(whereTo(saturday, fromNineToEleven)).toEqual({ day: SATURDAY, time: '11:00' });
    const afternoon = wish({ part: 'afternoon' });
    expect(whereTo(saturday, afternoon)).toEqual({ day: SATURDAY, part: 'afternoon' });
  });

  it('keeps the time named with another day, the same one too', () => {
    const sameTime = wish({ day: MONDAY, time: '09:00' });
    expect(whereTo(saturday, sameTime)).toEqual({ day: MONDAY, time: '09:00' });
  });

  it('is the coming Saturday for a visit a week after it', () => {
    expect(whereTo(nextSaturday, wish(onSaturday))).toEqual(onSaturday);
  });
});
