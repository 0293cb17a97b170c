import { afterEach, expect, test } from 'vitest';
import { testDatabases } from '../helpers/database.ts';
import { echo, effectsDone, wordsOf } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';
import { startWebhookWorker, type WebhookWorker } from '../helpers/webhook-worker.ts';

const [, postgres] = testDatabases();
const suite = edgeSuite(postgres!);
const MOST_IN_HAND = 10;

let worker: WebhookWorker | undefined;
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

test('what is too much is put off with 503 before anything of it is begun, and everybody is answered once in the end', async () => {
  const people = Array.from({ length: 100 }, (_, n) => 50_000 + n);
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const begun = new Set<string>();
  worker = await startWebhookWorker(suite.api, suite.db, {
    mostInHand: MOST_IN_HAND,
    takeTurn: async (state, incoming) => {
      begun.add(wordsOf(incoming));
      await mayGoOn;
      return echo(state, incoming);
    },
  });
  for (const id of people) suite.api.says(id, `word-${id}`);
  const putOff = () => {
    const busy = suite.api.tries.filter(({ status }) => status === 503);
    return new Set(busy.map(({ updateId }) => updateId)).size;
  };
  await eventually(() => expect(putOff()).toBe(people.length - MOST_IN_HAND));
  expect(begun.size).toBeLessThanOrEqual(MOST_IN_HAND);
  const lines = await suite.db.selectFrom('bot.lines').select('line').execute();
  expect(lines.length).toBeLessThanOrEqual(MOST_IN_HAND);

  goOn();
  await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  await eventually(async () => expect(await suite.messagesWaiting()).toBe(0));
  for (const id of people) {
    expect(suite.api.textsTo(id)).toEqual([expect.stringContaining(`word-${id}`)]);
    expect(await effectsDone(suite.db, `word-${id}`)).toBe(1);
  }
});
