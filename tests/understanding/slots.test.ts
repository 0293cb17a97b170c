import { describe, expect, test } from 'vitest';
import { scoreSlots, shareRight } from '../../bench/match/slot-score.ts';
import { fileOfSet, namesOfDemoCity, SLOT_SETS, slotMessages } from '../../bench/slots.ts';
import { understander } from '../helpers/understander.ts';

/** A little below what was measured last, `npm run bench -- slots` shows it by kind: nothing is to be unlearned. */
const FLOOR = 0.965;

describe('what people note in a message besides their wish', async () => {
  const names = await namesOfDemoCity();

  test.each(SLOT_SETS)('is read right, as a clerk would: %s', async (set) => {
    const score = scoreSlots(understander, await slotMessages(fileOfSet(set)), names);
    expect(score.messages).toBeGreaterThan(75);
    expect(shareRight(score.all), score.faults.join('\n')).toBeGreaterThan(FLOOR);
  });

  test('is counted as missed, wrong or invented where it is not right', () => {
    const messages = [
      { by: 'nobody', text: 'فردا ساعت ۱۰', slots: { date: ['2026-11-22'], time: ['11:00'] } },
      { by: 'nobody', text: 'شنبه', slots: { time: ['09:00'] } },
    ];
    const { all, faultless } = scoreSlots(understander, messages, names);
    expect(all).toEqual({ right: 1, missed: 1, wrong: 1, invented: 1 });
    expect(faultless).toBe(0);
  });
});
