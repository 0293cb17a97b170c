import { expect, test } from 'vitest';
import { serviceQuestionIn } from '../../src/understanding/service-questions.ts';

test.each([
  ['مدارکش چیه؟', 'papers'],
  ['چه مدارکی میخواد', 'papers'],
  ['madarekesh chie', 'papers'],
  ['چقدر طول می‌کشه؟', 'time'],
  ['چند روزه آماده میشه', 'time'],
  ['کی آماده میشه', 'time'],
  ['هزینه‌ش؟', 'cost'],
  ['خرجش چقدره', 'cost'],
  ['کجا برم؟', 'where'],
  ['کجا باید مراجعه کنم', 'where'],
  ['koja bayad beram', 'where'],
])('«%s» asks about what was just talked about', (text, question) => {
  expect(serviceQuestionIn(text)).toBe(question);
});

test.each(['بدهی ملکم', 'برای گرفتن پایان کار خونه چه مدارکی لازم دارم', 'سلام', ''])(
  '«%s» says something of its own',
  (text) => {
    expect(serviceQuestionIn(text)).toBeNull();
  },
);
