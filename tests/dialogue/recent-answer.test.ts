import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/dialogue/exchange.ts';
import { answeredShortlyBefore, noteAnswer } from '../../src/dialogue/recent-answer.ts';

const at = (time: string, state: Exchange['state']) =>
  ({ state, now: new Date(`2026-11-21T${time}:00Z`) }) as Exchange;

describe('what was answered last', () => {
  const state: Exchange['state'] = { version: 1, locale: 'fa' };

  test('is known for an hour, and then goes on from nothing', () => {
    expect(answeredShortlyBefore(at('06:00', state))).toBeUndefined();
    noteAnswer(at('06:00', state), 'debt');
    noteAnswer(at('06:10', state), 'book-inspection');
    expect(answeredShortlyBefore(at('07:10', state))).toBe('book-inspection');
    expect(answeredShortlyBefore(at('07:11', state))).toBeUndefined();
  });
});
