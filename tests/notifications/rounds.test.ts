import { expect, test } from 'vitest';
import { startRounds } from '../../src/notifications/rounds.ts';
import { eventually } from '../helpers/eventually.ts';

const NEVER_MS = 3_600_000;

test('a call for a round that comes during one is heard when that one is over', async () => {
  let rounds = 0;
  let atOnce = 0;
  let most = 0;
  const rounds_ = startRounds({
    everyMs: NEVER_MS,
    async work() {
      most = Math.max(most, ++atOnce);
      if (++rounds === 1) for (let n = 0; n < 5; n++) rounds_.soon();
      await Promise.resolve();
      atOnce--;
    },
    onFailure: () => {},
  });
  rounds_.soon();
  await eventually(() => expect(rounds).toBe(2));
  await rounds_.stop();
  expect({ rounds, most }).toEqual({ rounds: 2, most: 1 });
});

test('a round that fails is told of and the next one comes all the same', async () => {
  let rounds = 0;
  const failures: unknown[] = [];
  const running = startRounds({
    everyMs: 1,
    async work() {
      if (++rounds === 1) throw new Error('down');
    },
    onFailure: (error) => failures.push(error),
  });
  await eventually(() => expect(rounds).toBeGreaterThan(2));
  await running.stop();
  expect(failures).toEqual([new Error('down')]);
});

test('stopping tells the round in hand, and waits no longer than a moment for one that hangs', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<AbortSignal>();
  const running = startRounds({
    everyMs: 1,
    work(signal) {
      begin(signal);
      return new Promise(() => {});
    },
    onFailure: () => {},
  });
  const signal = await begun;
  await running.stop();
  expect(signal.aborted).toBe(true);
});
