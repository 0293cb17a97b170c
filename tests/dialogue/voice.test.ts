import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Input, Turn } from '../../src/dialogue/turn.ts';
import type { Tables } from '../../src/tables.ts';
import { forget } from '../conversations/forget.ts';
import { voiceOf } from '../conversations/spoken.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { mobileOf, START } from '../conversations/transcript.ts';
import { testDatabases } from '../helpers/database.ts';

const CITIZEN = 9003;

let database: Database<Tables>;
let talk: Talk;
beforeAll(async () => {
  database = await testDatabases()[0]!.open<Tables>();
  await loadDemoCity(database);
});
beforeEach(async () => {
  await forget(database);
  talk = await startTalk(database);
  talk.speech('on');
});
afterAll(() => database?.close());

const does = (input: Input): Promise<Turn> => talk.hears(CITIZEN, input, START);
const presses = (action: string) => does({ kind: 'press', action });
const agrees = () => presses('voice-agree');
const keysOf = ({ replies }: Turn) => replies.flatMap(({ lines }) => lines.map(({ key }) => key));
const voice = (facts: object): Input => ({ ...voiceOf('بدهی'), ...facts }) as Input;

test.each([
  ['longer than a minute', { seconds: 61 }, 'voice-too-long'],
  ['bigger than two megabytes', { bytes: 2 * 1024 * 1024 + 1 }, 'voice-too-long'],
  ['of another type', { type: 'audio/mpeg' }, 'voice-other-type'],
])('a voice note %s is refused before anything is asked', async (_, facts, key) => {
  expect(keysOf(await does(voice(facts)))).toContain(key);
  expect(talk.state(CITIZEN).voice).toBeUndefined();
});

test('a voice note of which the messenger tells neither size nor type is what it records', async () => {
  await agrees();
  expect(keysOf(await does(voice({ bytes: null, type: null })))).toContain('voice-heard');
});

test('words are confirmed by their own button only', async () => {
  await agrees();
  await does(voiceOf('بدهی ملکم چقدره'));
  expect(keysOf(await presses('vr:00000000'))).toContain('old-button');
  expect(talk.state(CITIZEN).voice).toBeUndefined();
});

test('what comes by itself leaves the question standing', async () => {
  await agrees();
  await does(voiceOf('بدهی ملکم چقدره'));
  await does({ kind: 'resume', id: 'x', wish: { intent: 'help' }, expired: false });
  expect(talk.state(CITIZEN).voice?.kind).toBe('heard');
});

test('the no of an old question withdraws the consent', async () => {
  await agrees();
  await presses('voice-decline');
  expect(keysOf(await does(voiceOf('بدهی')))).toContain('voice-consent');
});

test('confirmed words of somebody who talks with staff go to staff', async () => {
  talk.deps.operators = { isOpen: async () => true };
  await agrees();
  await does({ kind: 'contact', own: true, phone: mobileOf(CITIZEN) });
  await presses('w:operator');
  await does(voiceOf('کی جواب می‌دهید'));
  expect(keysOf(await presses('voice-wrong'))).not.toContain('operator-left');
  const { effects } = await does(voiceOf('کی جواب می‌دهید'));
  expect(effects).toEqual([]);
  const told = await does({ kind: 'text', text: 'بله' });
  expect(told.effects).toEqual([{ kind: 'tell-operators', words: 'کی جواب می‌دهید' }]);
});
