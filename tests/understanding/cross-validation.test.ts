import { expect, test } from 'vitest';
import { folds } from '../../bench/match/cross-validation.ts';
import { type Labelled, measure } from '../../bench/match/measure.ts';
import { PATHS } from '../../src/paths.ts';
import type { Prepared } from '../../src/understanding/classifier.ts';
import { preparedIntents } from '../../src/understanding/create-understander.ts';

/** Every third kind of person is left out of the training at a time, and understood all the same. */
const FOLDS = 3;

test('people of a kind never heard are understood, and seldom answered wrongly', async () => {
  const { intents, prepared } = await preparedIntents(PATHS.intents);
  for (const { groups, understander, tests } of folds(prepared, intents, FOLDS)) {
    const score = measure(understander, tests.map(labelled));
    const context = `without ${groups.join(', ')}`;
    expect(score.messages, context).toBeGreaterThan(1_000);
    expect(score.top1, context).toBeGreaterThan(0.8);
    expect(score.answered, context).toBeGreaterThan(0.58);
    expect(score.right, context).toBeGreaterThan(0.92);
    expect(score.foreignAnswered, context).toBeLessThan(0.08);
    expect(score.service, context).toBeGreaterThan(0.9);
    expect(score.account, context).toBeGreaterThan(0.9);
  }
});

function labelled({ example: { text, intent, service, account } }: Prepared): Labelled {
  return { text, intent, ...(service && { service }), ...(account && { account }) };
}
