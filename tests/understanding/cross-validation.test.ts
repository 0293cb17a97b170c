import { describe, expect, test } from 'vitest';
import { reliability } from '../../bench/match/confidence.ts';
import { type Labelled, readAll, scoreOf } from '../../bench/match/measure.ts';
import { PATHS } from '../../src/paths.ts';
import type { Prepared } from '../../src/understanding/classifier.ts';
import { preparedIntents } from '../../src/understanding/create-understander.ts';
import { folds } from '../../src/understanding/cross-validation.ts';

/**
 * Every fourth kind of person is left out of the training, whole languages among them; `npm run bench -- match`
 * leaves out each.
 */
const PARTS = 4;
/** What chance alone may do to the share that is right among some hundreds. */
const TOLERANCE = 0.06;
const FEWEST_IN_A_BIN = 60;

describe('people of a kind never heard', async () => {
  const { intents, prepared } = await preparedIntents(PATHS.intents);
  const [fold] = folds(prepared, intents, PARTS);
  const { understander, tests } = fold!;
  const readings = readAll(understander, tests.map(labelled));

  test('are understood, and seldom answered wrongly', () => {
    const score = scoreOf(readings, understander);
    expect(score.messages).toBeGreaterThan(1_000);
    expect(score.top1).toBeGreaterThan(0.86);
    expect(score.answered).toBeGreaterThan(0.67);
    expect(score.right).toBeGreaterThan(0.94);
    expect(score.foreignAnswered).toBeLessThan(0.06);
  });

  test('are seldom lost, and asked what they may mean', () => {
    const score = scoreOf(readings, understander);
    expect(score.lost).toBeLessThan(0.04);
    expect(score.askedRight).toBeGreaterThan(0.9);
  });

  test('have their service and their charge told apart', () => {
    const score = scoreOf(readings, understander);
    expect(score.service).toBeGreaterThan(0.87);
    expect(score.account).toBeGreaterThan(0.9);
  });

  test('are right at least as often as the confidence says', () => {
    const bins = reliability(readings).filter(({ messages }) => messages >= FEWEST_IN_A_BIN);
    expect(bins.length).toBeGreaterThan(4);
    for (const { said, observed, from, to } of bins) {
      expect(observed, `sure from ${from} to ${to}`).toBeGreaterThan(said - TOLERANCE);
    }
  });
});

function labelled({ example: { text, intent, service, account } }: Prepared): Labelled {
  return { text, intent, ...(service && { service }), ...(account && { account }) };
}
