import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { keepQuestion, keptQuestions } from '../../src/notifications/kept-questions.ts';
import { forgetChat, subscribersOf, unsubscribe } from '../../src/notifications/subscriptions.ts';
import type { NotificationTables } from '../../src/notifications/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { CODE, NOON, newsSuite, OTHER } from './suite.ts';

describe.each(testDatabases())('subscriptions on $name', (engine) => {
  const suite = newsSuite(engine);
  const db = () => suite.db as unknown as Kysely<NotificationTables>;

  test('subscribing twice changes nothing: what was news before the second time stays news', async () => {
    await suite.subscribes(1, ['bills']);
    const [first] = await subscribersOf(db(), [CODE]);
    await suite.happens('bill', 'b1');
    await suite.subscribes(1, ['bills', 'requests']);
    const all = await subscribersOf(db(), [CODE]);
    expect(all.find(({ topic }) => topic === 'bills')).toEqual(first);
    expect(all.map(({ topic }) => topic).sort()).toEqual(['bills', 'requests']);
  });

  test('unsubscribing ends one property or all of them, of this citizen alone, and may be repeated', async () => {
    await suite.subscribes(1, ['bills', 'requests']);
    await suite.subscribes(1, ['bills'], OTHER);
    await suite.subscribes(2, ['bills']);
    await unsubscribe(db(), { citizenId: 'telegram:1', code: CODE });
    expect(await suite.subscribed()).toEqual([`1 ${OTHER} bills`, `2 ${CODE} bills`]);
    await unsubscribe(db(), { citizenId: 'telegram:1', code: CODE });
    await unsubscribe(db(), { citizenId: 'telegram:1', code: null });
    expect(await suite.subscribed()).toEqual([`2 ${CODE} bills`]);
  });

  test('a chat that is closed to the bot ends its subscriptions and its kept question', async () => {
    await suite.subscribes(1, ['bills']);
    await suite.subscribes(2, ['bills']);
    const question = { id: 'a', wish: {}, askedAt: NOON };
    await keepQuestion(db(), { ...question, citizenId: 'telegram:1', chatId: 1 });
    await keepQuestion(db(), { ...question, citizenId: 'telegram:2', chatId: 2 });
    await forgetChat(db(), 1);
    expect(await suite.subscribed()).toEqual([`2 ${CODE} bills`]);
    expect((await keptQuestions(db(), 10)).map(({ chatId }) => chatId)).toEqual([2]);
  });
});
