import { expect, it } from 'vitest';
import { createCircuitBreaker } from '../src/circuit-breaker.ts';

const fails = async () => {
  throw new Error('down');
};
const works = async () => 'words';

async function broken(clock: { now: number }) {
  const breaker = createCircuitBreaker(() => clock.now);
  for (let i = 0; i < 3; i++) await expect(breaker.run(fails)).rejects.toThrow('down');
  return breaker;
}

it('leaves a system alone for half a minute after three failures in a row', async () => {
  const clock = { now: 0 };
  const breaker = await broken(clock);
  expect(await breaker.run(works)).toBeNull();
  clock.now = 29_999;
  expect(await breaker.run(works)).toBeNull();
  clock.now = 30_000;
  expect(await breaker.run(works)).toBe('words');
  expect(await breaker.run(works)).toBe('words');
});

it('lets one attempt at a time find out whether the system is back', async () => {
  const clock = { now: 0 };
  const breaker = await broken(clock);
  clock.now = 30_000;
  const { promise, reject } = Promise.withResolvers<string>();
  const trying = breaker.run(() => promise);
  expect(await breaker.run(works)).toBeNull();
  reject(new Error('still down'));
  await expect(trying).rejects.toThrow('still down');
  expect(await breaker.run(works)).toBeNull();
});

it('forgets failures that were not in a row', async () => {
  const breaker = createCircuitBreaker(() => 0);
  for (let i = 0; i < 5; i++) {
    await expect(breaker.run(fails)).rejects.toThrow();
    expect(await breaker.run(works)).toBe('words');
  }
});
