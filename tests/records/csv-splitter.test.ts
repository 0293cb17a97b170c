import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { createCsvSplitter } from '../../src/records/import/csv-splitter.ts';

function rowsOf(text: string, pieceLength = text.length || 1) {
  const splitter = createCsvSplitter();
  const rows = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    rows.push(...splitter.push(text.slice(at, at + pieceLength)));
  }
  return [...rows, ...splitter.end()];
}

const cellsOf = (text: string) => rowsOf(text).map(({ cells }) => cells);

test.each([
  [
    'plain cells',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'both line ends in one file',
    'a,b\r\n1,2\n3,4\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  [
    'empty cells',
    'a,b\n,\n"",x\n',
    [
      ['a', 'b'],
      ['', ''],
      ['', 'x'],
    ],
  ],
  [
    'empty lines',
    'a,b\n\n1,2\n\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'commas, quotes and line ends inside quotes',
    '"x,y","say ""hi""","one\r\ntwo"\n',
    [['x,y', 'say "hi"', 'one\r\ntwo']],
  ],
  ['a quote inside a plain cell', '5" pipe,2\n', [['5" pipe', '2']]],
  [
    'Persian text',
    'نام,نشانی\n"خیابان ارم، پلاک ۴",تهران\n',
    [
      ['نام', 'نشانی'],
      ['خیابان ارم، پلاک ۴', 'تهران'],
    ],
  ],
  ['nothing at all', '', []],
])('reads %s', (_, text, expected) => {
  expect(cellsOf(text)).toEqual(expected);
});

test('each row knows the line it begins on', () => {
  const rows = rowsOf('a,b\n"one\ntwo",2\n\n3,4\n');
  expect(rows.map(({ line }) => line)).toEqual([1, 2, 5]);
});

test.each([
  ['text after a closing quote', 'a,b\n"1"x,2\n3,4\n'],
  ['a quote that is never closed', 'a,b\n"1,2\n3,4\n'],
])('%s spoils its own line alone', (_, text) => {
  expect(rowsOf(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: null },
    { line: 3, cells: ['3', '4'] },
  ]);
});

test('a quote that is never closed does not gather the rest of a large file', () => {
  const splitter = createCsvSplitter();
  const rows = splitter.push('a,b\n"1,2\n');
  for (let i = 0; i < 1_000; i++) rows.push(...splitter.push('3,4\n'.repeat(100)));
  rows.push(...splitter.end());
  expect(rows.filter(({ cells }) => cells === null).map(({ line }) => line)).toEqual([2]);
  expect(rows).toHaveLength(100_002);
});

test('however the text is cut into pieces, the rows are the same', () => {
  const text = 'a,"b\r\n""c""",d\r\n\n1,"2,3",""\n"x"y,4\n5,6,"7"';
  const whole = rowsOf(text);
  for (let length = 1; length < text.length; length++) expect(rowsOf(text, length)).toEqual(whole);
});

test('well-formed files are read as another parser reads them', () => {
  const pieces = ['x', '"q""q"', '"a,b"', '""', 'سلام', '"two\nlines"', '', ' '];
  let seed = 7;
  const pick = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return pieces[seed % pieces.length]!;
  };
  const lines = Array.from({ length: 400 }, () => `1,${pick()},${pick()},${pick()}`);
  const text = `${lines.join('\n')}\n`;
  expect(cellsOf(text)).toEqual(parse(text));
});
