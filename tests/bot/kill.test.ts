import { expect, test } from 'vitest';
import type { Child } from '../helpers/child.ts';
import { effectsDone } from '../helpers/edge-bot.ts';
import { edgeProcessSuite } from '../helpers/edge-process-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 901;
const suite = edgeProcessSuite();

async function kill(child: Child): Promise<void> {
  child.kill('SIGKILL');
  await child.ended();
}

/** A process starts anew, and takes the other for dead after seconds: on a crowded machine that takes long. */
const RESTARTED_MS = 40_000;

test('a process killed between commit and sending answers once after its restart', async () => {
  suite.api.fault = ({ method }) => (method === 'sendMessage' ? new Promise(() => {}) : undefined);
  suite.api.says(CITIZEN, 'booked');
  const first = suite.startProcess();
  await eventually(() =>
    expect(suite.api.calls.some((c) => c.method === 'sendMessage')).toBe(true),
  );
  await kill(first);
  expect(await effectsDone(suite.db, 'booked')).toBe(1);

  suite.api.fault = null;
  suite.startProcess();
  await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1), RESTARTED_MS);
  await eventually(() => expect(suite.api.unconfirmed()).toEqual([]), RESTARTED_MS);
  expect(suite.api.textsTo(CITIZEN)[0]).toContain('booked');
  expect(await effectsDone(suite.db, 'booked')).toBe(1);
}, 60_000);

test('a process killed inside its transaction leaves nothing behind, and the update comes again', async () => {
  suite.api.says(CITIZEN, 'unfinished');
  const first = suite.startProcess('in-transaction');
  expect(await first.line()).toBe('in transaction');
  await kill(first);
  expect(await effectsDone(suite.db, 'unfinished')).toBe(0);

  suite.startProcess();
  await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1), RESTARTED_MS);
  expect(await effectsDone(suite.db, 'unfinished')).toBe(1);
}, 60_000);

test('after many kills everybody has one effect and an answer; only what was being sent comes twice', async () => {
  const kills = 4;
  const people = Array.from({ length: 200 }, (_, n) => 10_000 + n);
  // Slow enough that a kill meets turns and messages in every stage.
  suite.api.fault = async ({ method }) => {
    if (method === 'sendMessage') await new Promise((resolve) => setTimeout(resolve, 20));
    return undefined;
  };
  for (const id of people) suite.api.says(id, `word-${id}`);
  for (let n = 1; n <= kills; n++) {
    const child = suite.startProcess();
    const already = suite.api.sent.length;
    await eventually(
      () => expect(suite.api.sent.length).toBeGreaterThan(already + 15),
      RESTARTED_MS,
    );
    await kill(child);
  }
  suite.startProcess();
  await eventually(() => expect(suite.api.unconfirmed()).toEqual([]), RESTARTED_MS);
  const unanswered = () => people.filter((id) => suite.api.textsTo(id).length === 0);
  await eventually(() => expect(unanswered()).toEqual([]), RESTARTED_MS);
  for (const id of people) expect(await effectsDone(suite.db, `word-${id}`)).toBe(1);
  // At most thirty at once are being sent or taken out of the outbox.
  expect(suite.api.sent.length - people.length).toBeLessThanOrEqual(kills * 30);
  for (const id of people) expect(new Set(suite.api.textsTo(id)).size).toBe(1);
}, 90_000);
