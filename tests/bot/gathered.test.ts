import { expect, it } from 'vitest';
import { gathered } from '../../src/bot/gathered.ts';

it('what is asked for while a run is under way goes together in the next', async () => {
  const runs: number[][] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const errand = gathered<number>(async (items) => {
    runs.push(items);
    if (runs.length === 1) await held;
  });
  const all = [errand([1]), errand([2]), errand([3, 4])];
  letGo();
  await Promise.all(all);
  expect(runs).toEqual([[1], [2, 3, 4]]);
});

it('a run that fails fails for those in it alone', async () => {
  let runs = 0;
  const errand = gathered<number>(async () => {
    if (++runs === 1) throw new Error('down');
  });
  const first = errand([1]);
  const second = errand([2]);
  await expect(first).rejects.toThrow('down');
  await expect(second).resolves.toBeUndefined();
});
