import { expect, test } from 'vitest';
import { createStatementNames } from '../../src/database/statement-names.ts';

const SELECT = 'select state from sessions where key = $1';

test('a statement has a name from the third time on, always the same one', () => {
  const nameOf = createStatementNames();
  expect([nameOf(SELECT), nameOf(SELECT)]).toEqual([null, null]);
  const name = nameOf(SELECT);
  expect(name).not.toBeNull();
  expect(nameOf(SELECT)).toBe(name);
});

test.each(['begin', 'select * from sessions', 'alter table sessions add column x text'])(
  '«%s» never has one',
  (text) => {
    const nameOf = createStatementNames();
    expect([1, 2, 3, 4].map(() => nameOf(text))).toEqual([null, null, null, null]);
  },
);

test('two statements never share a name, and there is an end to how many have one', () => {
  const nameOf = createStatementNames();
  const names = Array.from({ length: 1_000 }, (_, i) => {
    const text = `select ${i}`;
    nameOf(text);
    nameOf(text);
    return nameOf(text);
  }).filter((name) => name !== null);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeLessThan(500);
});
