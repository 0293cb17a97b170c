import { describe, expect, test } from 'vitest';
import { say } from '../../src/wording/sentence.ts';
import { person, privateMessage } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { effectsDone, wording } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';

const GROUP = { id: -100, type: 'supergroup' as const, title: 'neighbours' };

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);

  test('in a group nothing is answered but "write to me in private"', async () => {
    const inGroup = (text: string) => ({ ...privateMessage(11, { text }), chat: GROUP });
    suite.api.queue({ message: inGroup('/debt 3-11-245-7') });
    suite.api.queue({ message: inGroup('just talk') });
    suite.api.queue({
      callback_query: {
        id: 'stray',
        from: person(11),
        chat_instance: '1',
        message: inGroup('x'),
        data: 'confirm',
      },
    } as never);
    await suite.started();
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    await eventually(() => expect(suite.api.sent).toHaveLength(1));
    expect(suite.api.sent).toEqual([
      { chatId: GROUP.id, text: wording.html(say('edge-private-only'), 'fa') },
    ]);
    const answered = suite.api.calls.filter(({ method }) => method === 'answerCallbackQuery');
    expect(answered.map(({ payload }) => payload)).toEqual([{ callback_query_id: 'stray' }]);
    expect(await effectsDone(suite.db, 'confirm')).toBe(0);
  });
});
