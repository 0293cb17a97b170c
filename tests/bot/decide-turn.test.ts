import { expect, test } from 'vitest';
import { decideTurn } from '../../src/bot/decide-turn.ts';
import type { State } from '../../src/dialogue/state.ts';
import { say } from '../../src/wording/sentence.ts';
import { echo, recordingLogger, wording } from '../helpers/edge-bot.ts';

const ENGLISH: State = { version: 1, locale: 'en' };
const STORED = { state: ENGLISH, version: '1' };
const HELLO = {
  citizenId: 'telegram:1',
  input: { kind: 'text', text: 'hello' },
  now: new Date('2026-11-21T08:00:00Z'),
} as const;

function tools(takeTurn: typeof echo) {
  const { logger, log } = recordingLogger();
  return { takeTurn, wording, logger, log };
}

test('a turn that takes longer than its time ends in a sentence and changes nothing', async () => {
  const limit = new AbortController();
  const deciding = decideTurn(
    HELLO,
    STORED,
    tools(() => new Promise(() => {})),
    limit.signal,
  );
  limit.abort();
  const { messages, effects, session, outcome } = await deciding;
  expect(messages[0]?.payload).toMatchObject({ text: wording.html(say('edge-later'), 'en') });
  expect({ effects, session, outcome }).toEqual({
    effects: [],
    session: null,
    outcome: 'too-slow',
  });
});

test('a turn that fails after its time is over disturbs nobody', async () => {
  const { promise, reject } = Promise.withResolvers<never>();
  const over = AbortSignal.abort();
  const { outcome } = await decideTurn(
    HELLO,
    STORED,
    tools(() => promise),
    over,
  );
  reject(new Error('too late'));
  expect(outcome).toBe('too-slow');
});

test('a turn in time keeps its state, effects and words', async () => {
  const decided = await decideTurn(HELLO, STORED, tools(echo), new AbortController().signal);
  expect(decided).toMatchObject({
    session: { state: ENGLISH, version: '1' },
    effects: [{ kind: 'release-hold', draftId: 'hello' }],
    outcome: 'answered',
  });
});
