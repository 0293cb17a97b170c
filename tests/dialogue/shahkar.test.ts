import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { UpstreamError } from '../../src/errors.ts';
import { createSmsSecrets } from '../../src/sms/secrets.ts';
import type { Tables } from '../../src/tables.ts';
import { forget } from '../conversations/forget.ts';
import { loadDemoCity, startTalk, type Talk } from '../conversations/talk.ts';
import { testDatabases } from '../helpers/database.ts';
import { type Speaker, speaker } from './forms/speaker.ts';

/** Two people share the mobile of 9012, so her national id is asked. */
const ZAHRA = 9012;
const HER_ID = '9990001219';

let database: Database<Tables>;
let talk: Talk;
let zahra: Speaker;
let asked: { nationalId: string; mobile: string }[];
let answer: 'match' | 'no-match' | 'down';
const secrets = createSmsSecrets('c'.repeat(64));

beforeAll(async () => {
  database = await testDatabases()[0]!.open<Tables>();
  await loadDemoCity(database);
});
afterAll(() => database?.close());
beforeEach(async () => {
  await forget(database);
  talk = await startTalk(database);
  asked = [];
  answer = 'match';
  talk.deps.shahkar = {
    async ask(pair) {
      asked.push(pair);
      if (answer === 'down') throw new UpstreamError('Shahkar is down');
      return answer;
    },
    seal: secrets.seal,
    open: secrets.open,
  };
  zahra = speaker(talk, ZAHRA);
  await zahra.says('بدهی ملکم چقدره');
  await zahra.provesMobile();
});

test('where it says that both belong together, a national id opens the file', async () => {
  expect(await zahra.says(HER_ID)).toContain('خیابان نخل');
  expect(asked).toEqual([{ nationalId: HER_ID, mobile: '09000001012' }]);
});

test('where it says they do not, the words are those of a file that is not found', async () => {
  answer = 'no-match';
  expect(await zahra.says(HER_ID)).toContain('پرونده‌ای پیدا نکردم');
});

test('it is asked about an id that is on no record too, so that both cost the same', async () => {
  await zahra.says('9990000018');
  expect(asked).toHaveLength(1);
});

test('while it is down nothing is opened and nothing is called not found', async () => {
  answer = 'down';
  const said = await zahra.says(HER_ID).catch(() => 'the edge apologises');
  expect(said).not.toMatch(/خیابان نخل|پیدا نکردم/);
});

test('the mobile waits in the conversation unreadable', () => {
  expect(JSON.stringify(talk.state(ZAHRA))).not.toContain('9000001012');
  expect(talk.state(ZAHRA).sealedMobile).toBeDefined();
});

test('without it the national id alone opens the file', async () => {
  delete talk.deps.shahkar;
  await zahra.provesMobile();
  expect(await zahra.says(HER_ID)).toContain('خیابان نخل');
});
