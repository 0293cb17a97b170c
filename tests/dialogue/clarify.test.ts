import { expect, test } from 'vitest';
import { decodeAction } from '../../src/dialogue/actions.ts';
import { didYouMean } from '../../src/dialogue/clarify.ts';
import type { Exchange } from '../../src/dialogue/exchange.ts';
import type { Intent } from '../../src/language/vocabulary.ts';

/** What the buttons of a question act on. */
const offered = (choices: Intent[], authority?: string) =>
  didYouMean({} as Exchange, { choices, ...(authority && { authority }) }, { intent: choices[0]! })
    .buttons!.flat()
    .map((button) => ('action' in button ? JSON.stringify(decodeAction(button.action)) : ''));

test('a bare «خلافی» may be the violation, the paper that there is none, or a car fine', () => {
  const actions = offered(['violations', 'transfer'], 'police');
  expect(actions.filter((action) => action.includes('"violations"'))).toHaveLength(2);
  expect(actions.some((action) => action.includes('"police"'))).toBe(true);
});

test('a question about something else offers it, though the police might be meant too', () => {
  const actions = offered(['transfer', 'request-status', 'debt'], 'police');
  expect(actions.some((action) => action.includes('"transfer"'))).toBe(true);
  expect(actions.some((action) => action.includes('"violations"'))).toBe(false);
});

test('a greeting is none of the ways a message may have been meant', () => {
  const actions = offered(['debt', 'thanks', 'greeting']);
  expect(actions).toHaveLength(2);
  expect(actions[0]).toContain('"debt"');
});
