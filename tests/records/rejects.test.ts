import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { openRejects } from '../../src/records/import/rejects.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pasokh-rejects-'));
});
afterEach(() => rm(dir, { recursive: true }));

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'a cell that a spreadsheet would run is made text: %j',
  async (column) => {
    const rejects = await openRejects(dir);
    rejects.add({ file: 'x.csv', line: 2, column, reason: 'a, "b"' });
    await rejects.close();
    const text = await readFile(rejects.path, 'utf8');
    expect(parse(text)).toEqual([
      ['file', 'line', 'column', 'reason'],
      ['x.csv', '2', `'${column}`, 'a, "b"'],
    ]);
  },
);

test('only the operator may read it', async () => {
  const rejects = await openRejects(dir);
  rejects.add({ file: 'x.csv', line: 2, column: 'a', reason: 'b' });
  const path = await rejects.close();
  expect((await stat(path!)).mode & 0o777).toBe(0o600);
});

test('without a refused row there is no file', async () => {
  const rejects = await openRejects(dir);
  expect(await rejects.close()).toBeNull();
  expect(existsSync(rejects.path)).toBe(false);
});

test('a list that cannot be written is the operator’s to mend', async () => {
  const rejects = await openRejects(dir);
  await mkdir(rejects.path);
  rejects.add({ file: 'x.csv', line: 2, column: 'a', reason: 'b' });
  await expect(rejects.close()).rejects.toThrow(SetupError);
});
