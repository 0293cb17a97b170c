import { expect, it } from 'vitest';
import { tellingWords } from '../../src/understanding/telling-words.ts';

it.each([
  'چی؟',
  'یعنی چی، اینا رو نمی‌فهمم',
  'سلام خسته نباشید',
  'شما ها همتون دزدین',
  'یه لحظه صبر کن الان می‌نویسم',
  'I do not understand',
  'nafahmidam chi migi',
  '😡',
  '...',
  '09000001001',
])('nothing is told by %j', (text) => {
  expect(tellingWords(text)).toBe(0);
});

it.each(['چراغ کوچه سوخته', 'همسایه نمی‌ذاره بخوابیم', 'hamsaye shabha saro seda mikone'])(
  'something is told by %j',
  (text) => {
    expect(tellingWords(text)).toBeGreaterThan(2);
  },
);
