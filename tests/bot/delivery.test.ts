import { describe, expect, test } from 'vitest';
import { refusal } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { effectsDone, markEffect, turn } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const CITIZEN = 501;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);
  const { started } = suite;

  test('an update delivered twice has one effect and one answer', async () => {
    const id = suite.api.says(CITIZEN, 'first');
    await started();
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    suite.api.repeat(id);
    suite.api.says(CITIZEN, 'second');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    await eventually(async () => expect(await suite.messagesWaiting()).toBe(0));
    expect(suite.api.textsTo(CITIZEN).join()).toMatch(/first.*second/s);
    expect(await effectsDone(suite.db, 'first')).toBe(1);
  });

  test('an update that comes again after a restart has no second effect and no second answer', async () => {
    const id = suite.api.says(CITIZEN, 'first');
    const before = await started();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    await before.stop();
    suite.api.repeat(id);
    const after = await started();
    suite.api.says(CITIZEN, 'second');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(await effectsDone(suite.db, 'first')).toBe(1);
    expect(after.log()).toContain('it was dealt with before');
  });

  test('a press that comes again stops spinning again and acts once', async () => {
    const id = suite.api.presses(CITIZEN, 'confirm');
    const before = await started();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    await before.stop();
    suite.api.repeat(id);
    await started();
    const answered = () => suite.api.calls.filter(({ method }) => method === 'answerCallbackQuery');
    await eventually(() => expect(answered()).toHaveLength(2));
    expect(answered()[1]?.payload).toEqual({ callback_query_id: `press-${id}` });
    expect(await effectsDone(suite.db, 'confirm')).toBe(1);
    expect(suite.api.textsTo(CITIZEN)).toHaveLength(1);
  });

  test('a turn that was committed and not sent is sent after the next start, before anything else', async () => {
    suite.api.fault = ({ method }) =>
      method === 'sendMessage' ? refusal(502, 'Bad Gateway') : undefined;
    suite.api.says(CITIZEN, 'booked');
    const before = await started();
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    await before.stop();
    expect(suite.api.textsTo(CITIZEN)).toEqual([]);

    suite.api.fault = null;
    suite.api.says(CITIZEN, 'later');
    await started();
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(2));
    expect(suite.api.textsTo(CITIZEN)[0]).toContain('booked');
    expect(await effectsDone(suite.db, 'booked')).toBe(1);
    await eventually(async () => expect(await suite.messagesWaiting()).toBe(0));
  });

  test('an update is confirmed only when its turn is committed', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const slow = suite.api.says(CITIZEN, 'slow');
    await started({
      takeTurn: async (state, incoming) => {
        if (incoming.citizenId === `telegram:${CITIZEN}`) await mayGoOn;
        return turn([{ lines: [{ key: 'help', args: {} }] }], [], state);
      },
    });
    const quick = suite.api.says(CITIZEN + 1, 'quick');
    await eventually(() => expect(suite.api.textsTo(CITIZEN + 1)).toHaveLength(1));
    expect(suite.api.unconfirmed()).toEqual([slow, quick]);
    goOn();
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    expect(suite.api.sent).toHaveLength(2);
  });

  test('a conflict takes the turn again, with nothing of the first try left behind', async () => {
    let tries = 0;
    suite.api.says(CITIZEN, 'confirm');
    await started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        tries++;
        return tries < 3 ? 'conflict' : 'done';
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(tries).toBe(3);
    expect(await effectsDone(suite.db, 'confirm')).toBe(1);
  });

  test('a turn that loses to others three times ends in an apology and no effect', async () => {
    suite.api.says(CITIZEN, 'confirm');
    await started({
      performEffect: async (tx, effect) => {
        await markEffect(tx, effect);
        return 'conflict';
      },
    });
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(await effectsDone(suite.db, 'confirm')).toBe(0);
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
  });
});
