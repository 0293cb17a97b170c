import { describe, expect, it } from 'vitest';
import { spokenDates } from '../../src/language/spoken-dates.ts';

/** Saturday 30 Aban 1405. */
const NOW = new Date('2026-11-21T06:30:00Z');
const daysIn = (text: string) => spokenDates(text, NOW).map(({ value }) => value);

describe('a weekday with its date', () => {
  it('is one day, and the date says which', () => {
    expect(daysIn('دوشنبه ۹ آذر ساعت ۱۱')).toEqual(['2026-11-30']);
    expect(daysIn('سه‌شنبه دهم آذر')).toEqual(['2026-12-01']);
    expect(daysIn('شنبه، ۱۴۰۵/۹/۱۴')).toEqual(['2026-12-05']);
  });

  it('covers both words in the message', () => {
    const [date] = spokenDates('بندازش یکشنبه ۸ آذر صبح', NOW);
    expect('بندازش یکشنبه ۸ آذر صبح'.slice(date?.start, date?.end)).toBe('یکشنبه ۸ آذر');
  });

  it('leaves two days two, and a bare weekday the next one', () => {
    expect(daysIn('نوبت یکشنبه ۸ آذر رو بنداز شنبه ۱۴ آذر')).toEqual(['2026-11-29', '2026-12-05']);
    expect(daysIn('شنبه یا دوشنبه')).toEqual(['2026-11-28', '2026-11-23']);
  });
});
