import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Intent } from '../../src/language/vocabulary.ts';
import { NOW, understander } from '../helpers/understander.ts';

interface FollowUp {
  answered: Intent;
  text: string;
  intent: Intent;
}

const understand = (text: string, answered?: Intent) =>
  understander.understand(text, { now: NOW, ...(answered && { answered }) });

describe('a few words after an answer', async () => {
  const file = new URL('messages/follow-ups.jsonl', import.meta.url);
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const followUps: FollowUp[] = lines.map((line) => JSON.parse(line));
  const answers = (read: (followUp: FollowUp) => ReturnType<typeof understand>) =>
    followUps.filter((followUp) => {
      const { intent, decision } = read(followUp);
      return decision === 'answer' && intent === followUp.intent;
    }).length;

  test('are answered rightly more often than without it', () => {
    const withoutIt = answers(({ text }) => understand(text));
    const withIt = answers(({ text, answered }) => understand(text, answered));
    expect(withIt).toBeGreaterThan(withoutIt + followUps.length / 10);
    expect(withIt).toBeGreaterThan(followUps.length * 0.6);
  });

  test('are hardly ever answered wrongly', () => {
    const wrong = followUps.filter(({ text, answered, intent }) => {
      const understood = understand(text, answered);
      return understood.decision === 'answer' && understood.intent !== intent;
    });
    expect(wrong.length).toBeLessThanOrEqual(1);
  });

  test('say nothing where they say it by themselves', () => {
    const text = 'پاسخ استعلام بانک را می‌خواهم';
    expect(understand(text, 'book-inspection')).toMatchObject({
      intent: 'inquiry',
      decision: 'answer',
    });
  });

  test('no longer count once the message is a sentence of its own', () => {
    const text = 'برای خانه پدری یک روز مناسب که خودم هم باشم';
    expect(understand(text, 'book-inspection').confidence).toBe(understand(text).confidence);
  });
});
