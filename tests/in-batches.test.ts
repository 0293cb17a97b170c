import { expect, it } from 'vitest';
import { UpstreamError } from '../src/errors.ts';
import { inBatches } from '../src/in-batches.ts';

/** Doubles numbers, each run when it is let go. */
function doubling() {
  const runs: { questions: readonly number[]; letGo: (failure?: Error) => void }[] = [];
  const double = inBatches(async (questions: readonly number[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    runs.push({ questions, letGo: (failure) => (failure ? reject(failure) : resolve()) });
    await promise;
    return questions.map((n) => n * 2);
  });
  return { double, runs, asked: () => runs.map(({ questions }) => questions) };
}

it('what is asked at one moment goes together, and what is asked meanwhile in the next run', async () => {
  const { double, runs, asked } = doubling();
  const first = [1, 2].map(double);
  await expect.poll(asked).toEqual([[1, 2]]);
  const second = [3, 4].map(double);
  runs[0]!.letGo();
  expect(await Promise.all(first)).toEqual([2, 4]);
  await expect.poll(asked).toEqual([
    [1, 2],
    [3, 4],
  ]);
  runs[1]!.letGo();
  expect(await Promise.all(second)).toEqual([6, 8]);
});

it('who waits behind a run that is held up goes past it', async () => {
  const { double, runs, asked } = doubling();
  const held = double(1);
  await expect.poll(asked).toEqual([[1]]);
  const next = double(2);
  await expect.poll(asked).toEqual([[1], [2]]);
  runs[1]!.letGo();
  expect(await next).toBe(4);
  runs[0]!.letGo();
  expect(await held).toBe(2);
});

it('a question that fails a run for a reason of its own fails alone', async () => {
  const double = inBatches(async (questions: readonly number[]) => {
    if (questions.includes(13)) throw new Error('unlucky');
    return questions.map((n) => n * 2);
  });
  const answers = await Promise.allSettled([1, 12, 13, 14].map(double));
  expect(answers.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
  ]);
});

it('a system that is down is not asked again for each question of the run', async () => {
  let runs = 0;
  const ask = inBatches(async (_questions: readonly number[]): Promise<number[]> => {
    runs++;
    throw new UpstreamError('down');
  });
  const answers = await Promise.allSettled([1, 2, 3].map(ask));
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  expect(runs).toBe(1);
});

it('a run takes no more than a bounded number of questions', async () => {
  const sizes: number[] = [];
  const ask = inBatches(async (questions: readonly number[]) => {
    sizes.push(questions.length);
    return questions;
  });
  const numbers = Array.from({ length: 150 }, (_, n) => n);
  expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
});
