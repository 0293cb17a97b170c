import { describe, expect, test } from 'vitest';
import { borders, declineBorders, reliability } from '../../bench/match/confidence.ts';
import type { Reading } from '../../bench/match/measure.ts';
import type { Intent } from '../../src/language/vocabulary.ts';
import type { Decision } from '../../src/understanding/understanding.ts';

const reading = (
  label: Intent,
  intent: Intent,
  confidence: number,
  decision: Decision,
): Reading => ({
  message: { text: '…', intent: label },
  understood: { text: '…', intent, confidence, decision, entities: [], choices: [] },
  milliseconds: 1,
});

const READINGS = [
  reading('debt', 'debt', 0.95, 'answer'),
  reading('debt', 'payment', 0.55, 'ask'),
  reading('permit', 'none', 0.45, 'ask'),
  reading('none', 'none', 0.65, 'none'),
  reading('none', 'offices', 0.65, 'answer'),
];

describe('the tables by which the borders are chosen', () => {
  test('reliability holds what was said against what was right', () => {
    const bins = reliability(READINGS);
    expect(bins.find(({ from }) => from === 0.6)).toEqual({
      from: 0.6,
      to: 0.7,
      messages: 2,
      said: 0.65,
      observed: 0.5,
    });
    expect(bins.reduce((sum, { messages }) => sum + messages, 0)).toBe(READINGS.length);
  });

  test('a lower border answers more, rightly and wrongly', () => {
    const [lowest] = borders(READINGS);
    const highest = borders(READINGS).at(-1)!;
    expect(lowest).toMatchObject({ answerFrom: 0.5, answered: 2 / 3, right: 1 / 3 });
    expect(lowest!.foreignAnswered).toBe(0.5);
    expect(highest).toMatchObject({ answered: 1 / 3, right: 1, foreignAnswered: 0 });
  });

  test('a higher border to decline loses fewer and asks about more that is foreign', () => {
    const at = (from: number) =>
      declineBorders(READINGS).find(({ declineFrom }) => declineFrom === from);
    expect(at(0.4)).toMatchObject({ lost: 1 / 3, foreignAsked: 0 });
    expect(at(0.7)).toMatchObject({ lost: 0, foreignAsked: 0.5 });
  });
});
