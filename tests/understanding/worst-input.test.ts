import { describe, expect, test } from 'vitest';
import { understand } from '../helpers/understander.ts';

const LENGTH = 4096;
const fill = (piece: string) => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Several times what the slowest takes on a machine that is busy with other tests. */
const MOST_MS = 50;

describe('a message as long as Telegram allows, made of', () => {
  test.each([
    ['emoji', fill('😂')],
    ['digits', fill('1')],
    ['numbers in Persian digits', fill('۱۲۳ ')],
    ['codes', fill('3-11-245-7-1-12-0 ')],
    ['digits and dashes', fill('1-')],
    ['single digits apart', fill('1 ')],
    ['dates without end', fill('1/2/3/')],
    ['parts of codes by name', fill('منطقه 1 محله 1 بلوک 1 ')],
    ['words for places', fill('خیابان ')],
    ['places', fill('خیابان ارم ')],
    ['number words', fill('دویست و چهل و پنج ')],
    ['the word and', fill('و ')],
    ['one letter', fill('ا')],
    ['letters and digits', fill('a1b2')],
    ['certificates', fill('7K3Q-9XWD ')],
    ['certificate numbers', fill('3-1405-221 ')],
    ['questions', fill('بدهی من چقدر است؟ ')],
    ['spaces', fill(' ')],
    ['half-spaces', fill('\u200C')],
    ['bidi marks', fill('\u202E')],
    ['vowel signs', fill('\u064B')],
    ['line feeds', fill('\n')],
    ['ligatures of eighteen letters', fill('\uFDFA')],
  ])('%s is read in milliseconds', (_, text) => {
    understand(text);
    // The processor's time: other tests have the clock.
    const durations = [1, 2, 3].map(() => {
      const start = process.threadCpuUsage();
      understand(text);
      const { user, system } = process.threadCpuUsage(start);
      return (user + system) / 1000;
    });
    expect(Math.min(...durations)).toBeLessThan(MOST_MS);
  });
});

test('of a hundred codes in one message only so many are taken', () => {
  const { entities } = understand(
    Array.from({ length: 100 }, (_, i) => `3-11-${i + 1}-7`).join(' و '),
  );
  expect(entities.length).toBeLessThan(30);
  expect(entities[0]?.value).toBe('3-11-1-7-0-0-0');
});

test('a message longer than any messenger sends is cut, not refused', () => {
  expect(understand(`بدهی ملکم چقدره ${'و '.repeat(100_000)}`).text.length).toBeLessThan(5_000);
});
