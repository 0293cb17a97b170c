import { expect, test } from 'vitest';
import { statementsOf } from '../../src/database/statements.ts';

test('a script is split at its semicolons', () => {
  expect(statementsOf('create table a (b int);\n\n insert into a values (1) ;\n')).toEqual([
    'create table a (b int)',
    'insert into a values (1)',
  ]);
});

test.each([
  ["select ';', 'it''s; fine'"],
  ['select ";" from "a;b"'],
  ['do $$ begin perform 1; perform 2; end $$'],
  ['do $body$ begin perform $$;$$; end $body$'],
  ['select 1 - 2, 4 / 2, $1'],
])('a semicolon inside quotes ends nothing: %s', (statement) => {
  expect(statementsOf(`${statement};`)).toEqual([statement]);
});

test('comments are left out, semicolons in them too', () => {
  expect(statementsOf('-- first; not\nselect 1; /* no; */ select 2; -- end')).toEqual([
    'select 1',
    'select 2',
  ]);
});
