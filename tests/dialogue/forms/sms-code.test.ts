import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../../src/database/database.ts';
import type { Effect, Turn } from '../../../src/dialogue/turn.ts';
import type { RecordStore } from '../../../src/records/record-store.ts';
import type { Tables } from '../../../src/tables.ts';
import { forget } from '../../conversations/forget.ts';
import { loadDemoCity, shown, startTalk, type Talk } from '../../conversations/talk.ts';
import { testDatabases } from '../../helpers/database.ts';
import { NOW, type Speaker, speaker } from './speaker.ts';

const ON_RECORD = '09000001117';
const UNKNOWN = '09351112233';

let database: Database<Tables>;
let talk: Talk;
/** What was asked of the records. */
let asked: string[];
beforeAll(async () => {
  database = await testDatabases()[0]!.open<Tables>();
  await loadDemoCity(database);
});
afterAll(() => database?.close());
beforeEach(async () => {
  await forget(database);
  talk = await startTalk(database);
  talk.sms('on');
  asked = [];
  const { records } = talk.deps;
  talk.deps.records = new Proxy(records, {
    get(target, name: keyof RecordStore) {
      asked.push(name);
      return target[name];
    },
  });
});

async function asksFor(mobile: string): Promise<{ someone: Speaker; turn: Turn }> {
  const someone = speaker(talk);
  await someone.says('بدهی ملکم چقدره؟');
  await someone.says('با شماره دیگرم');
  asked = [];
  return { someone, turn: await someone.does({ kind: 'text', text: mobile }) };
}
const words = ({ replies }: Turn) => replies.flatMap((reply) => shown(reply, 'fa'));
/** An effect without what is drawn anew for every code. */
const shape = (effect: Effect) => ({ kind: effect.kind, fields: Object.keys(effect).sort() });

test('a mobile on record and one that is not get the same words, buttons and effects, and neither is looked up', async () => {
  const known = await asksFor(ON_RECORD);
  expect(asked).toEqual([]);
  const unknown = await asksFor(UNKNOWN);
  expect(asked).toEqual([]);
  const masked = (lines: string[]) =>
    lines.map((line) => line.replace(/۰۹[۰-۹]{2}•••[۰-۹]{4}/, 'M'));
  expect(masked(words(known.turn))).toEqual(masked(words(unknown.turn)));
  expect(known.turn.effects.map(shape)).toEqual(unknown.turn.effects.map(shape));
  expect(known.turn.outcome).toBe(unknown.turn.outcome);
});

test('the message goes out after the answer, and only to the mobile on record', async () => {
  await asksFor(ON_RECORD);
  await asksFor(UNKNOWN);
  expect((await talk.receives(NOW)).map(({ to }) => to)).toEqual([ON_RECORD]);
});

test('a wrong code hears the same whether or not one was sent', async () => {
  const known = await asksFor(ON_RECORD);
  const unknown = await asksFor(UNKNOWN);
  const [sms] = await talk.receives(NOW);
  const wrong = sms!.text === '111111' ? '222222' : '111111';
  const said = [known, unknown].map(({ someone }) => someone.does({ kind: 'text', text: wrong }));
  const [one, other] = await Promise.all(said);
  expect(words(one!)).toEqual(words(other!));
  expect(one!.effects.map(shape)).toEqual(other!.effects.map(shape));
});

test('another account’s code proves nothing', async () => {
  await asksFor(ON_RECORD);
  const { someone } = await asksFor(UNKNOWN);
  const [sms] = await talk.receives(NOW);
  const { effects } = await someone.does({ kind: 'text', text: sms!.text });
  expect(effects.map(({ kind }) => kind)).toEqual(['count-code-try']);
});

test('the conversation keeps no mobile, and the button that asks again is readable to its own account alone', async () => {
  const { someone, turn } = await asksFor(ON_RECORD);
  expect(JSON.stringify(turn.state)).not.toMatch(/0?9000001117/);
  expect(JSON.stringify(turn.replies)).not.toContain(ON_RECORD);
  const again = turn.replies[0]!.buttons![0]![0]!;
  const action = 'action' in again ? again.action : '';
  const stranger = await asksFor(UNKNOWN);
  const { effects } = await stranger.someone.does({ kind: 'press', action });
  expect(effects).toEqual([]);
  const { replies } = await someone.does({ kind: 'press', action });
  expect(shown(replies[0]!, 'fa').join()).toContain('کد قبلی هنوز کار می‌کند');
});

test('where no gateway is set, nobody is offered a code', async () => {
  delete talk.deps.smsCodes;
  const someone = speaker(talk);
  const said = await someone.says('بدهی ملکم چقدره؟');
  expect(said).not.toContain('با شماره دیگرم');
  await someone.does({ kind: 'text', text: 'با شماره دیگرم' });
  expect(someone.form()).toBeUndefined();
});

test('own contact ends the proof by code and answers what was asked', async () => {
  const someone = speaker(talk, 9001);
  await someone.says('بدهی ملکم چقدره؟');
  await someone.says('با شماره دیگرم');
  expect(await someone.provesMobile()).toContain('خیابان بهارستان');
  expect(someone.form()).toBeUndefined();
});
