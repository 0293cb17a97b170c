import { expect, test } from 'vitest';
import { testDatabases } from '../helpers/database.ts';
import { echo, wordsOf } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const [, postgres] = testDatabases();
const suite = edgeSuite(postgres!);
const FLOODER = 60_000;
const MESSAGES = 1_000;
/** Others write behind that many of the flood, which Telegram gives together with theirs. */
const BEFORE_OTHERS = 60;

test('behind a thousand messages of one citizen, the first of which takes long, others are answered as they come', async () => {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const others = Array.from({ length: 20 }, (_, n) => FLOODER + 1 + n);
  for (let n = 0; n < MESSAGES; n++) {
    if (n === BEFORE_OTHERS) for (const id of others) suite.api.says(id, 'hello');
    suite.api.says(FLOODER, `word-${n}`);
  }
  await suite.started({
    takeTurn: async (state, incoming) => {
      if (wordsOf(incoming) === 'word-0') await mayGoOn;
      return echo(state, incoming);
    },
  });
  const answered = () => suite.api.sent.map(({ chatId }) => chatId);
  await eventually(() => expect(answered()).toEqual(expect.arrayContaining(others)));
  expect(suite.api.textsTo(FLOODER)).toEqual([]);

  goOn();
  await eventually(() => expect(suite.api.textsTo(FLOODER)).toHaveLength(MESSAGES), 60_000);
  const words = suite.api.textsTo(FLOODER).map((text) => Number(/word-(\d+)/.exec(text)?.[1]));
  expect(words).toEqual(Array.from({ length: MESSAGES }, (_, n) => n));
  expect(answered()).toHaveLength(MESSAGES + others.length);
}, 90_000);
