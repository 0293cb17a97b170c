import { expect, test } from 'vitest';
import { createGate } from '../../src/database/gate.ts';
import { UpstreamError } from '../../src/errors.ts';

test('one is let in at a time, in order of arrival', async () => {
  const gate = createGate();
  const seen: number[] = [];
  const visits = [1, 2, 3].map(async (visitor) => {
    await gate.enter(10_000);
    seen.push(visitor);
    await Promise.resolve();
    seen.push(visitor);
    gate.leave();
  });
  await Promise.all(visits);
  expect(seen).toEqual([1, 1, 2, 2, 3, 3]);
});

test('whoever has waited past the limit is refused, and the rest move up', async () => {
  const gate = createGate();
  await gate.enter(10_000);
  const impatient = gate.enter(20);
  const patient = gate.enter(10_000);
  await expect(impatient).rejects.toThrow(UpstreamError);
  gate.leave();
  await expect(patient).resolves.toBeUndefined();
});

test('after a statement that blocked the whole process, those who waited too long are refused, timers or not', async () => {
  const gate = createGate();
  await gate.enter(10_000);
  const waited = gate.enter(20);
  waited.catch(() => {});
  const until = performance.now() + 60;
  while (performance.now() < until);
  gate.leave();
  await expect(waited).rejects.toThrow(UpstreamError);
  await expect(gate.enter(10_000)).resolves.toBeUndefined();
});
