import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { SetupError } from '../../src/errors.ts';
import { startChild } from '../helpers/child.ts';

const WRITER = join(import.meta.dirname, 'write-on.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-embedded-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was acknowledged before kill -9 is still there, and only the first process may write', async () => {
  const writer = startChild([WRITER, folder]);
  let acknowledged = 0;
  while (acknowledged < 200) acknowledged = Number(await writer.line());

  const second = openDatabase({ folder });
  await expect(second).rejects.toThrow(SetupError);
  await expect(second).rejects.toThrow(`in use by process ${writer.pid}`);

  writer.kill('SIGKILL');
  for (let line = await writer.line(); line !== null; line = await writer.line()) {
    acknowledged = Number(line);
  }
  await writer.ended();
  const { db, close } = await openDatabase({ folder }, { queryMs: 20_000 });
  const { rows } = await sql<{ n: number }>`select n from written order by n`.execute(db);
  const kept = rows.map(({ n }) => n);
  expect(kept.slice(0, acknowledged)).toEqual(
    Array.from({ length: acknowledged }, (_, i) => i + 1),
  );
  // The one that was being written may or may not have made it.
  expect(kept.length - acknowledged).toBeLessThanOrEqual(1);
  await close();
});

test('a database whose making was cut off is made anew', async () => {
  await mkdir(join(folder, 'cluster.new', 'base'), { recursive: true });
  writeFileSync(join(folder, 'cluster.new', 'PG_VERSION'), '18');
  const { db, close } = await openDatabase({ folder }, { queryMs: 20_000 });
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await close();
  expect(existsSync(join(folder, 'cluster.new'))).toBe(false);
  expect(existsSync(join(folder, 'in-use.lock'))).toBe(false);
});

test('a folder that holds something else is the operator’s to mend', async () => {
  await mkdir(join(folder, 'cluster'));
  writeFileSync(join(folder, 'cluster', 'PG_VERSION'), '12');
  await expect(openDatabase({ folder })).rejects.toThrow(SetupError);
  expect(existsSync(join(folder, 'in-use.lock'))).toBe(false);
});
