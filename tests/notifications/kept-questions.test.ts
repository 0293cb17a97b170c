import type { Kysely } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type AnswerKeptParts, answerKept } from '../../src/notifications/answer-kept.ts';
import {
  dropQuestion,
  keepQuestion,
  keptQuestions,
} from '../../src/notifications/kept-questions.ts';
import type { NotificationTables } from '../../src/notifications/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { NOON, newsSuite } from './suite.ts';

const on = new AbortController().signal;
const hoursAfter = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

describe.each(testDatabases())('kept questions on $name', (engine) => {
  const suite = newsSuite(engine);
  const db = () => suite.db as unknown as Kysely<NotificationTables>;
  const keep = (citizen: number, id: string, askedAt = NOON) =>
    keepQuestion(db(), {
      citizenId: `telegram:${citizen}`,
      id,
      chatId: citizen,
      wish: { intent: 'debt', id },
      askedAt,
    });
  const waiting = async () => (await keptQuestions(db(), 10)).map(({ id }) => id);

  /** Answers by taking the question away, as a turn's claim does. */
  function parts(given: Partial<AnswerKeptParts> = {}): AnswerKeptParts & { asked: string[] } {
    const asked: string[] = [];
    return {
      asked,
      db: db(),
      sourcesAnswer: async () => true,
      async resume(question, expired) {
        asked.push(`${question.id}${expired ? ' expired' : ''}`);
        await dropQuestion(db(), question);
        return 'done';
      },
      now: () => hoursAfter(1),
      ...given,
    };
  }

  test('a newer question of the same citizen takes the place of the older one', async () => {
    await keep(1, 'old');
    await keep(1, 'new');
    await keep(2, 'other');
    expect((await waiting()).sort()).toEqual(['new', 'other']);
    expect((await keptQuestions(db(), 10)).find(({ id }) => id === 'new')?.wish).toEqual({
      intent: 'debt',
      id: 'new',
    });
  });

  test('a question can be taken away once, and never by the name of an older one', async () => {
    await keep(1, 'new');
    const drop = (id: string) => dropQuestion(db(), { citizenId: 'telegram:1', id });
    expect([await drop('old'), await drop('new'), await drop('new')]).toEqual([false, true, false]);
  });

  test('those that have waited longest are answered first, once the sources answer', async () => {
    await keep(1, 'second', hoursAfter(0.2));
    await keep(2, 'first', hoursAfter(0.1));
    const down = parts({ sourcesAnswer: async () => false });
    await answerKept(down, on);
    expect(down.asked).toEqual([]);
    const up = parts();
    await answerKept(up, on);
    expect(up.asked).toEqual(['first', 'second']);
    expect(await waiting()).toEqual([]);
  });

  test('the sources are not troubled while no question waits', async () => {
    let tried = 0;
    const sourcesAnswer = async () => {
      tried++;
      return true;
    };
    await answerKept(parts({ sourcesAnswer }), on);
    expect(tried).toBe(0);
  });

  test('after a day a question ends, whether the sources answer or not', async () => {
    await keep(1, 'old');
    await keep(2, 'young', hoursAfter(0.5));
    const late = parts({ now: () => hoursAfter(24), sourcesAnswer: async () => false });
    await answerKept(late, on);
    expect(late.asked).toEqual(['old expired']);
    expect(await waiting()).toEqual(['young']);
  });

  test('sources that fail again leave the rest to the next round', async () => {
    for (let citizen = 1; citizen <= 6; citizen++) {
      await keep(citizen, `q${citizen}`, hoursAfter(citizen / 60));
    }
    const asked: string[] = [];
    const resume: AnswerKeptParts['resume'] = async ({ id }) => {
      asked.push(id);
      return 'not-yet';
    };
    await answerKept(parts({ resume }), on);
    expect(asked).toEqual(['q1', 'q2', 'q3']);
    expect(await waiting()).toHaveLength(6);
  });
});
