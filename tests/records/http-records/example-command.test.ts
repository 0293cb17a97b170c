import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RECORDS } from '../../contracts/recorded-city.ts';
import { startChild } from '../../helpers/child.ts';
import { writeRecords } from '../records-folder.ts';

const COMMAND = join(import.meta.dirname, '../../../src/commands/records-service.ts');
/** The program makes an embedded database, on a machine that may be crowded. */
const NEW_DATABASE_MS = 120_000;

let dir: string;
let settings: Record<string, string>;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'pasokh-example-'));
  await writeRecords(dir, RECORDS);
  settings = { DATA_DIR: join(dir, 'data'), DATABASE_URL: '', RECORDS_URL: '', RECORDS_TOKEN: '' };
});
afterEach(() => rm(dir, { recursive: true }));

test(
  'the example serves a folder, prints how to reach it, and ends with 0 at a signal',
  async () => {
    const child = startChild([COMMAND, dir, '--port', '0'], settings);
    const url = (await child.line())?.replace('RECORDS_URL=', '');
    const token = (await child.line())?.replace('RECORDS_TOKEN=', '');
    const city = await fetch(`${url}/city`, { headers: { authorization: `Bearer ${token}` } });
    expect(await city.json()).toMatchObject({ districts: [{ district: 2 }, { district: 3 }] });
    expect((await fetch(`${url}/city`)).status).toBe(401);
    child.kill('SIGTERM');
    expect(await child.ended()).toMatchObject({ code: 0, stderr: '' });
  },
  NEW_DATABASE_MS,
);

test.each([
  [[], 'must be given one folder'],
  [['a', 'b'], 'must be given one folder'],
  [['a', '--port', 'x'], 'must be given one folder and a port'],
  [['/no/such/folder'], '/no/such/folder: must be a folder'],
])('a wrong argument is one line and status 2: %j', async (args, told) => {
  const { code, stderr } = await startChild([COMMAND, ...args], settings).ended();
  expect(stderr).toContain(told);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});
