import { expect, test } from 'vitest';
import { effectsDone } from '../helpers/edge-bot.ts';
import { edgeProcessSuite } from '../helpers/edge-process-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 1401;
const suite = edgeProcessSuite();

test('a process that stands still for seconds in the middle of a turn loses it to another, and cannot commit it afterwards', async () => {
  suite.api.says(CITIZEN, 'still');
  const child = suite.startProcess('stand-still');
  expect(await child.line()).toBe('in turn');
  // Stopped by the system, as when the machine is paused or its event loop is blocked.
  child.kill('SIGSTOP');
  const other = await suite.started();
  await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
  await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  await other.stop();
  child.kill('SIGCONT');
  expect(await child.line()).toBe('goes on');
  suite.api.says(CITIZEN, 'after');
  await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
  expect(suite.api.textsTo(CITIZEN).join()).toMatch(/still.*after/s);
  expect(await effectsDone(suite.db, 'still')).toBe(1);
}, 60_000);
