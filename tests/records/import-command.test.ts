import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/database.ts';
import { lockFolder } from '../../src/database/lock-folder.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { serveImports } from '../../src/records/import-service/serve-imports.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import { startChild } from '../helpers/child.ts';
import { createPostgresDatabase, testDatabases } from '../helpers/database.ts';
import { charges, csv, properties, writeRecords } from './records-folder.ts';

const COMMAND = join(import.meta.dirname, '../../src/commands/import.ts');
const DEMO = join(import.meta.dirname, '../../city/demo');
const KEYS = { PII_KEY: '5'.repeat(64), SIGNING_KEY: 'A'.repeat(64) };

let folder: string;
let dataDir: string;
let dir: string;
let settings: Record<string, string>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-command-'));
  dataDir = join(folder, 'data');
  dir = join(folder, 'records');
  cpSync(DEMO, dir, { recursive: true });
  settings = { DATA_DIR: dataDir, DATABASE_URL: '', BOT_TOKEN: '', ...KEYS };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const child = startChild([COMMAND, ...args], settings);
  const lines: string[] = [];
  for (let line = await child.line(); line !== null; line = await child.line()) lines.push(line);
  const { code, stderr } = await child.ended();
  return { code, lines, stderr };
}

/** The program makes an embedded database, on a machine that may be crowded. */
const NEW_DATABASE_MS = 120_000;

describe('the import command on PostgreSQL', () => {
  let fresh: Awaited<ReturnType<typeof createPostgresDatabase>>;
  beforeEach(async () => {
    fresh = await createPostgresDatabase();
    settings.DATABASE_URL = fresh.url;
  });
  afterEach(() => fresh.drop());

  test('loads everything, making the tables first: status 0, and one line a file', async () => {
    const { code, lines, stderr } = await run(dir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines).toContain('properties.csv: 403 rows; 403 new, 0 changed, 0 removed, 0 refused');
    expect(lines.at(-1)).toMatch(
      /^Loaded [\d,]+ rows in \d+:\d\d, [\d,]+ rows a second; 0 changes to tell$/,
    );
  });

  test('some rows refused: status 1, and where they are listed', async () => {
    const rows = charges(40);
    rows[3] = { ...rows[3], principal_rials: -1 };
    await writeRecords(dir, { properties: properties(40), charges: rows });
    const { code, lines } = await run(dir);
    expect(code).toBe(1);
    expect(lines.at(-1)).toBe(`1 refused rows are listed in ${join(dir, 'rejects.csv')}`);
  });

  test('too many rows refused: status 2, and why on standard error', async () => {
    const rows = charges(10).map((row) => ({ ...row, principal_rials: 'x' }));
    await writeRecords(dir, { properties: properties(10), charges: rows });
    const { code, stderr } = await run(dir);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'Nothing was changed: charges.csv: 10 of 10 rows were refused, more than 5 in 100; see rejects.csv\n',
    );
  });

  test('a shrinking file needs --allow-shrink; --upsert removes nothing', async () => {
    await writeRecords(dir, { properties: properties(40) });
    await run(dir);
    await writeRecords(dir, { properties: properties(20) });
    expect((await run(dir)).code).toBe(2);
    const upsert = await run(dir, '--upsert');
    expect(upsert.lines).toContain(
      'properties.csv: 20 rows; 0 new, 0 changed, 0 removed, 0 refused',
    );
    const shrunk = await run(dir, '--allow-shrink');
    expect(shrunk.lines).toContain(
      'properties.csv: 20 rows; 0 new, 0 changed, 20 removed, 0 refused',
    );
  });

  test('interrupted, it ends within five seconds with status 0 and nothing is changed', async () => {
    await writeRecords(dir, {
      properties: properties(30_000),
      charges: charges(30_000),
    });
    const child = startChild([COMMAND, dir], settings);
    await child.line();
    const asked = performance.now();
    child.kill('SIGTERM');
    const { code } = await child.ended();
    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5_000);
    const { db, close } = await openDatabase({ url: fresh.url });
    expect((await sql`select count(*) as imports from records.imports`.execute(db)).rows).toEqual([
      { imports: 0 },
    ]);
    await close();
  });
});

test(
  'without any database setting the embedded one is made in DATA_DIR, keys too',
  async () => {
    settings = { DATA_DIR: dataDir, DATABASE_URL: '', PII_KEY: '', SIGNING_KEY: '' };
    const { code, stderr } = await run(dir);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { piiKey } = JSON.parse(readFileSync(join(dataDir, 'keys.json'), 'utf8'));
    const { db, close } = await openDatabase(
      { folder: join(dataDir, 'database') },
      { queryMs: 20_000 },
    );
    const hash = createKeyedHash(piiKey)('mobile', '09000001001');
    const { rows } =
      await sql`select name_masked from records.parties where mobile_hash = ${hash}`.execute(db);
    expect(rows).toEqual([{ name_masked: 'م••• ب•••' }]);
    await close();
  },
  NEW_DATABASE_MS,
);

test('beside a running process that holds the embedded database, that one does the work', async () => {
  const [pglite] = testDatabases();
  const database = await pglite!.open();
  const lock = lockFolder(join(dataDir, 'database'), 'the embedded database');
  const service = await serveImports({
    dataDir,
    run: (request, surroundings) =>
      importRecords({
        database,
        keyedHash: createKeyedHash(KEYS.PII_KEY),
        now: () => new Date(),
        ...request,
        ...surroundings,
      }),
  });
  // A relative path means the same to both, wherever each was started.
  const { code, lines } = await run(relative(process.cwd(), dir));
  expect(code).toBe(0);
  expect(lines).toContain('properties.csv: 403 rows; 403 new, 0 changed, 0 removed, 0 refused');
  const { rows } = await sql`select count(*) as n from records.properties`.execute(database.db);
  expect(rows).toEqual([{ n: 403 }]);
  await service.close();
  lock.release();
  await database.close();
});

test('a process that holds the database and does not serve is named', async () => {
  const lock = lockFolder(join(dataDir, 'database'), 'the embedded database');
  const { code, stderr } = await run(dir);
  expect(code).toBe(2);
  expect(stderr).toContain(`in use by process ${process.pid}`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  lock.release();
});

test.each([
  ['no folder', [], /^must be given one folder or database: npm run import -- DIR/],
  ['two folders', ['a', 'b'], /^must be given one folder/],
  ['an unknown option', ['x', '--force'], /^Unknown option '--force'; usage: npm run import/],
  [
    'a folder that is not there',
    ['/nowhere/at/all'],
    /^\/nowhere\/at\/all: must be a folder of records files/,
  ],
])('%s: one clear line on standard error, status 2', async (_, args, line) => {
  const fresh = await createPostgresDatabase();
  settings.DATABASE_URL = fresh.url;
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(line);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  await fresh.drop();
});

test('a file whose header is wrong is named', async () => {
  const fresh = await createPostgresDatabase();
  settings.DATABASE_URL = fresh.url;
  writeFileSync(join(dir, 'holds.csv'), csv('districts', []));
  const { code, stderr } = await run(dir);
  expect(code).toBe(2);
  expect(stderr).toBe(
    `${join(dir, 'holds.csv')}: its header lacks the required column nosazi_code, level, since\n`,
  );
  await fresh.drop();
});
