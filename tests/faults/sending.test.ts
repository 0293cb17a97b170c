import { expect, test } from 'vitest';
import { type ApiCall, refusal } from '../helpers/bot-api-server.ts';
import { edgeProcessSuite } from '../helpers/edge-process-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 911;
/** Promised are five seconds; the machine may be crowded. */
const ANSWERED_WITHIN_MS = 7_000;
const suite = edgeProcessSuite();

function onMessages(fault: (call: ApiCall) => Promise<object | undefined> | object | undefined) {
  suite.api.fault = (call) => (call.method === 'sendMessage' ? fault(call) : undefined);
}

const isBeingSent = () =>
  eventually(() =>
    expect(suite.api.calls.some(({ method }) => method === 'sendMessage')).toBe(true),
  );

const outboxIsEmpty = () =>
  eventually(async () =>
    expect(await suite.db.selectFrom('outbox').select('id').execute()).toEqual([]),
  );

test('killed after the commit and before sending: another worker answers within seconds', async () => {
  onMessages(() => new Promise(() => {}));
  suite.api.says(CITIZEN, 'booked');
  const dying = suite.startProcess();
  await isBeingSent();
  await suite.started();
  suite.api.fault = null;
  dying.kill('SIGKILL');
  const killed = performance.now();
  await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
  expect(performance.now() - killed).toBeLessThan(ANSWERED_WITHIN_MS);
  await outboxIsEmpty();
  expect(suite.api.textsTo(CITIZEN)).toHaveLength(1);
});

test('killed after Telegram took the message and before that was noted: at most one more, the same', async () => {
  onMessages(({ payload }) => {
    suite.api.sent.push({ chatId: payload.chat_id as number, text: payload.text as string });
    return new Promise(() => {});
  });
  suite.api.says(CITIZEN, 'booked');
  const dying = suite.startProcess();
  await isBeingSent();
  dying.kill('SIGKILL');
  await dying.ended();
  suite.api.fault = null;
  await suite.started();
  await outboxIsEmpty();
  const texts = suite.api.textsTo(CITIZEN);
  expect(texts.length).toBeLessThanOrEqual(2);
  expect(new Set(texts).size).toBe(1);
});

test.each<[string, () => Promise<object> | object]>([
  ['429', () => refusal(429, 'Too Many Requests: retry after 1', 1)],
  ['500', () => refusal(500, 'Internal Server Error')],
  ['a broken connection', () => Promise.reject(new Error('cut'))],
])('%s loses nothing and doubles nothing', async (_, answer) => {
  let left = 2;
  onMessages(() => (left-- > 0 ? answer() : undefined));
  await suite.started();
  suite.api.says(CITIZEN, 'once');
  await outboxIsEmptyAfter(1);
  expect(suite.api.textsTo(CITIZEN)).toHaveLength(1);
});

test('taken, but the connection broke before the answer: at most one more, the same', async () => {
  let isFirst = true;
  onMessages(({ payload }) => {
    if (!isFirst) return undefined;
    isFirst = false;
    suite.api.sent.push({ chatId: payload.chat_id as number, text: payload.text as string });
    return Promise.reject(new Error('cut'));
  });
  await suite.started();
  suite.api.says(CITIZEN, 'taken');
  await outboxIsEmptyAfter(2);
  expect(suite.api.textsTo(CITIZEN)).toHaveLength(2);
  expect(new Set(suite.api.textsTo(CITIZEN)).size).toBe(1);
});

test('after an outage of the Bot API everybody is answered once, each chat in order', async () => {
  const people = Array.from({ length: 60 }, (_, n) => 40_000 + n);
  onMessages(() => Promise.reject(new Error('down')));
  await suite.started();
  await suite.started();
  for (const id of people) {
    for (const word of ['first', 'second', 'third']) suite.api.says(id, word);
  }
  await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  expect(suite.api.sent).toEqual([]);
  suite.api.fault = null;
  await outboxIsEmptyAfter(3 * people.length);
  for (const id of people) {
    const texts = suite.api.textsTo(id);
    expect(texts).toHaveLength(3);
    expect(texts.join()).toMatch(/first.*second.*third/s);
  }
});

async function outboxIsEmptyAfter(messages: number): Promise<void> {
  await eventually(() => expect(suite.api.sent.length).toBeGreaterThanOrEqual(messages), 40_000);
  await outboxIsEmpty();
}
