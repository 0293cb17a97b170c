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
  // The one that was being written may or may not have made it.
  expect((await keptAfter(acknowledged)) - acknowledged).toBeLessThanOrEqual(1);
}, 60_000);

test('a kill in the middle of a checkpoint loses nothing that was acknowledged', async () => {
  let acknowledged = 0;
  for (const wanted of [40, 100]) {
    const writer = startChild([WRITER, folder, 'checkpoints']);
    for (let line = await writer.line(); line !== null; line = await writer.line()) {
      if (line !== 'checkpoint') acknowledged = Number(line);
      else if (acknowledged >= wanted) writer.kill('SIGKILL');
    }
    expect((await writer.ended()).signal).toBe('SIGKILL');
  }
  await keptAfter(acknowledged);
}, 60_000);

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

/** Finds every number that was acknowledged, and says how many there are in all. */
async function keptAfter(acknowledged: number): Promise<number> {
  const { db, close } = await openDatabase({ folder }, { queryMs: 20_000 });
  const { rows } = await sql<{ n: number }>`select n from written order by n`.execute(db);
  await close();
  const first = rows.slice(0, acknowledged).map(({ n }) => n);
  expect(first).toEqual(Array.from({ length: acknowledged }, (_, i) => i + 1));
  return rows.length;
}
