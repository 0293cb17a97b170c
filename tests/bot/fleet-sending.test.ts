import { describe, expect, test } from 'vitest';
import { refusal } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { fleetSuite } from './fleet-suite.ts';

const CITIZEN = 601;
const NEIGHBOUR = 602;

describe.each(testDatabases())('a fleet on $name', (engine) => {
  const suite = fleetSuite(engine);

  /** Sending to this chat hangs until it is let go. */
  function held(chatId: number): () => void {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    suite.api.fault = ({ method, payload }) =>
      method === 'sendMessage' && payload.chat_id === chatId ? promise : undefined;
    return () => {
      suite.api.fault = null;
      resolve(undefined);
    };
  }

  test('two workers send each message once, whoever committed it', async () => {
    const [one, other] = [await suite.joins(), await suite.joins()];
    const people = Array.from({ length: 30 }, (_, n) => 10_000 + n);
    await Promise.all(
      people.map((id, n) => (n % 2 ? one : other).replies(id, `first ${id}`, `second ${id}`)),
    );
    await suite.announces(people.slice(0, 20));
    await suite.nothingWaits();
    for (const [n, id] of people.entries()) {
      const texts = suite.api.textsTo(id).filter((text) => text !== 'news');
      expect(texts).toEqual([`first ${id}`, `second ${id}`]);
      expect(suite.api.textsTo(id)).toHaveLength(n < 20 ? 3 : 2);
    }
  });

  test('replies to one chat leave in order, whichever workers committed them', async () => {
    const [one, other] = [await suite.joins(), await suite.joins()];
    const letGo = held(CITIZEN);
    await one.replies(CITIZEN, '1', '2');
    await other.replies(CITIZEN, '3');
    await one.replies(CITIZEN, '4');
    await other.replies(CITIZEN, '5');
    await other.replies(NEIGHBOUR, 'free');
    await eventually(() => expect(suite.api.textsTo(NEIGHBOUR)).toEqual(['free']));
    expect(suite.api.textsTo(CITIZEN)).toEqual([]);
    letGo();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(5));
    expect(suite.api.textsTo(CITIZEN)).toEqual(['1', '2', '3', '4', '5']);
    await suite.nothingWaits();
  });

  test('what a dead worker left is sent by one of the others, in order and before what comes later', async () => {
    const [dying, one, other] = [await suite.joins(), await suite.joins(), await suite.joins()];
    const people = Array.from({ length: 30 }, (_, n) => 20_000 + n);
    for (const id of people) await dying.commits(id, 'a', 'b');
    await suite.isDead(dying);
    for (const [n, id] of people.entries()) await (n % 2 ? one : other).replies(id, 'c');
    await suite.nothingWaits();
    for (const id of people) expect(suite.api.textsTo(id)).toEqual(['a', 'b', 'c']);
  });

  test('what a worker committed without hearing of it is found by itself', async () => {
    const one = await suite.joins();
    await one.commits(CITIZEN, 'committed');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toEqual(['committed']));
    await suite.nothingWaits();
  });

  test('a worker that was taken for dead and lives again leaves to others what they took over', async () => {
    const one = await suite.joins();
    const letGo = held(CITIZEN);
    await one.replies(CITIZEN, '1', '2');
    await eventually(() => expect(suite.api.calls.at(-1)?.payload.text).toBe('1'));
    await suite.db.deleteFrom('bot.workers').where('id', '=', one.worker.id).execute();
    const other = await suite.joins();
    await eventually(() => expect(other.dispatch.inHand().replies.size).toBe(2));
    one.lapses();
    letGo();
    await suite.nothingWaits();
    const texts = suite.api.textsTo(CITIZEN);
    expect(texts.filter((text) => text === '2')).toHaveLength(1);
    // The one that was being sent may come twice.
    expect(texts.filter((text) => text === '1').length).toBeLessThanOrEqual(2);
    expect(texts.at(-1)).toBe('2');
  });

  test('a worker that was taken for dead goes on with what nobody took over', async () => {
    const one = await suite.joins();
    const letGo = held(CITIZEN);
    await one.replies(CITIZEN, '1', '2');
    await eventually(() => expect(suite.api.calls.at(-1)?.payload.text).toBe('1'));
    one.lapses();
    letGo();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toEqual(['1', '2']));
    await suite.nothingWaits();
  });

  test('what a worker commits after it was taken for dead is sent behind what it held before', async () => {
    const one = await suite.joins();
    const letGo = held(CITIZEN);
    await one.replies(CITIZEN, '1', '2');
    await eventually(() => expect(suite.api.calls.at(-1)?.payload.text).toBe('1'));
    one.lapses();
    letGo();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toEqual(['1']));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await one.replies(CITIZEN, '3');
    await suite.nothingWaits();
    expect(suite.api.textsTo(CITIZEN)).toEqual(['1', '2', '3']);
  });

  test('a closed chat gets no bulk until its citizen is replied to again', async () => {
    const one = await suite.joins();
    suite.api.fault = ({ payload }) =>
      payload.chat_id === CITIZEN
        ? refusal(403, 'Forbidden: bot was blocked by the user')
        : undefined;
    await suite.announces([CITIZEN, NEIGHBOUR, CITIZEN]);
    await suite.nothingWaits();
    expect(suite.api.textsTo(NEIGHBOUR)).toEqual(['news']);
    suite.api.fault = null;
    await suite.announces([CITIZEN], 'while closed');
    expect(await suite.db.selectFrom('outbox').select('id').execute()).toEqual([]);
    await one.replies(CITIZEN, 'hello again');
    await suite.announces([CITIZEN], 'open');
    await suite.nothingWaits();
    expect(suite.api.textsTo(CITIZEN).sort()).toEqual(['hello again', 'open']);
  });

  test('messages to a group that became a supergroup go there, and the log names it', async () => {
    const one = await suite.joins();
    const [group, supergroup] = [-400, -1_001_234_567_890];
    suite.api.fault = ({ payload }) =>
      payload.chat_id === group
        ? {
            ...refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat'),
            parameters: { migrate_to_chat_id: supergroup },
          }
        : undefined;
    await one.replies(group, 'from a citizen');
    await suite.nothingWaits();
    expect(suite.api.textsTo(supergroup)).toEqual(['from a citizen']);
    expect(one.log()).toMatch(/"supergroup":-1001234567890.*OPERATORS_CHAT_ID/);
    const refused = () => suite.api.calls.filter(({ payload }) => payload.chat_id === group).length;
    expect(refused()).toBe(1);
    await one.replies(group, 'another');
    await suite.nothingWaits();
    expect(refused()).toBe(1);
  });
});
