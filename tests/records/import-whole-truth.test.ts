import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SetupError } from '../../src/errors.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { exitStatusOf } from '../../src/records/import/report.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  charges,
  codeOf,
  csv,
  KEYED_HASH,
  type Municipality,
  NOW,
  openMunicipality,
  properties,
  requests,
  writeRecords,
} from './records-folder.ts';

const TABLES = [
  'districts',
  'offices',
  'properties',
  'streets',
  'parties',
  'ownership',
  'requests',
  'request_steps',
  'certificates',
  'violations',
  'charges',
  'bills',
  'payments',
  'holds',
  'staff',
];

describe.each(testDatabases())('importing on $name', ({ open }) => {
  let city: Municipality;
  beforeAll(async () => {
    city = await openMunicipality(open);
  });
  beforeEach(async () => {
    const all = TABLES.map((table) => `records.${table}`).join(', ');
    await sql.raw(`truncate ${all}, records.events, records.imports`).execute(city.database.db);
    await rm(join(city.dir, 'rejects.csv'), { force: true });
  });
  afterAll(() => city.close());

  const codes = async () => (await city.rows('properties', 'code')).map(({ code }) => code);

  test('a folder is loaded, and how up to date the records are is known', async () => {
    const report = await city.load({ properties: properties(30), charges: charges(30) });
    expect(report).toMatchObject({ outcome: 'loaded', reason: null, rejects: null, notices: [] });
    expect(report.files).toEqual([
      { file: 'properties.csv', rows: 30, refused: 0, added: 30, changed: 0, removed: 0 },
      { file: 'charges.csv', rows: 30, refused: 0, added: 30, changed: 0, removed: 0 },
    ]);
    expect(exitStatusOf(report)).toBe(0);
    const [run] = await city.rows('imports', 'id');
    expect(run).toMatchObject({ at: NOW, files: ['properties', 'charges'] });
  });

  test('a file is the whole truth of its table: what is no longer in it goes away', async () => {
    await city.load({ properties: properties(10) });
    const report = await city.load({ properties: properties(9) });
    expect(report.files[0]).toMatchObject({ added: 0, changed: 0, removed: 1 });
    expect(await codes()).toHaveLength(9);
  });

  test('with upsert rows are only added or changed', async () => {
    await city.load({ properties: properties(10) });
    const changed = { ...properties(1)[0], address: 'بلوار نو، پلاک ۱' };
    const report = await city.load(
      { properties: [changed, ...properties(12).slice(11)] },
      { upsert: true },
    );
    expect(report.files[0]).toMatchObject({ added: 1, changed: 1, removed: 0 });
    expect(await codes()).toHaveLength(11);
  });

  test('an absent file leaves its table as it is', async () => {
    await city.load({ properties: properties(30), charges: charges(30) });
    await city.load({ properties: properties(30) });
    expect(await city.rows('charges', 'code')).toHaveLength(30);
  });

  test('rows that hang on a file that is absent are checked against what is on record', async () => {
    await city.load({ properties: properties(30) });
    const report = await city.load({ charges: charges(31) });
    expect(report.files[0]).toMatchObject({ added: 30, refused: 1 });
  });

  test('importing the same folder twice touches no row and tells nobody anything', async () => {
    const files = { properties: properties(30), charges: charges(30), requests: requests(30) };
    await city.load(files);
    const before = await Promise.all(TABLES.map((table) => city.rows(table, '1')));
    const report = await city.load(files);
    expect(
      report.files.every(({ added, changed, removed }) => added + changed + removed === 0),
    ).toBe(true);
    expect(await Promise.all(TABLES.map((table) => city.rows(table, '1')))).toEqual(before);
    expect(await city.rows('events', 'id')).toEqual([]);
  });

  test('of a changed file only the changed rows are touched', async () => {
    await city.load({ charges: charges(30), properties: properties(30) });
    const before = await city.rows('charges', 'code');
    const changed = charges(30);
    changed[3] = { ...changed[3], paid_rials: 1_000 };
    await city.load({ charges: changed, properties: properties(30) });
    const after = await city.rows('charges', 'code');
    const touched = after.filter((row, i) => row.version !== before[i]!.version);
    expect(touched.map(({ code }) => code)).toEqual([codeOf(3)]);
  });

  test('a header that lacks a required column stops the run', async () => {
    await city.load({ properties: properties(3) });
    await writeFile(join(city.dir, 'charges.csv'), 'nosazi_code,account\n');
    await expect(city.loadFolder()).rejects.toThrow(
      /charges\.csv: its header lacks the required column fiscal_year, principal_rials$/,
    );
    expect(await city.rows('imports', 'id')).toHaveLength(1);
  });

  test('an empty file stops the run, for it has no header', async () => {
    await writeRecords(city.dir, {});
    await writeFile(join(city.dir, 'districts.csv'), '');
    await expect(city.loadFolder()).rejects.toThrow(SetupError);
  });

  test('gzipped files, a byte order mark, CRLF and columns in another order are read alike', async () => {
    await writeRecords(city.dir, {});
    const text = csv('districts', [{ name: 'ارم', district: 2 }]).replaceAll('\n', '\r\n');
    await writeFile(join(city.dir, 'districts.csv.gz'), gzipSync(`\uFEFF${text}`));
    const report = await city.loadFolder();
    expect(report.files[0]).toMatchObject({ file: 'districts.csv.gz', added: 1 });
    expect(await city.rows('districts', 'district')).toMatchObject([{ district: 2, name: 'ارم' }]);
    await rm(join(city.dir, 'districts.csv.gz'));
  });

  test('unknown columns and files are passed over with one notice each', async () => {
    await city
      .load({ districts: [{ district: 2, name: 'ارم', mayor: 'x', area: 1 }] })
      .catch(() => {});
    await writeFile(join(city.dir, 'charge.csv'), '');
    const report = await city.loadFolder();
    expect(report.notices).toEqual([
      'charge.csv: is not a records file; passed over',
      'districts.csv: unknown columns are passed over: mayor, area',
    ]);
    await rm(join(city.dir, 'charge.csv'));
  });

  test('streets are known by the district they run through', async () => {
    const rows = properties(3);
    rows[2] = { ...rows[2], district: 3, address: 'خیابان بهارستان، پلاک ۲۴' };
    await city.load({ properties: rows });
    expect(await city.rows('streets', 'district')).toMatchObject([
      { district: 2, name: 'خیابان ارم' },
      { district: 3, name: 'خیابان بهارستان' },
    ]);
    await city.load({ properties: rows.slice(0, 2) }, { allowShrink: true });
    expect(await city.rows('streets', 'district')).toMatchObject([{ name: 'خیابان ارم' }]);
  });

  test('a street lies in the middle of its properties, as far as their positions are known', async () => {
    const [one, two, three] = properties(3);
    await city.load({
      properties: [
        { ...one, lat: 34.1, lon: 49.1 },
        { ...two, lat: 34.3, lon: 49.3 },
        { ...three },
      ],
    });
    expect(await city.rows('streets', 'district')).toMatchObject([{ lat: 34.2, lon: 49.2 }]);
    await city.load({ properties: properties(3) });
    expect(await city.rows('streets', 'district')).toMatchObject([{ lat: null, lon: null }]);
  });

  test('nothing of the run is left behind', async () => {
    await city.load({ properties: properties(3) });
    const { rows } = await sql`select 1 from pg_namespace where nspname = 'records_import'`.execute(
      city.database.db,
    );
    expect(rows).toEqual([]);
  });
});

test.each([
  ['is not there', 'nowhere', /must be a folder of records files/],
  ['has no records file', '.', /has no records file; known are districts, /],
])('a folder that %s is named in one line', async (_, dir, reason) => {
  const nothing = { engine: 'pglite', within: () => never() } as const;
  const run = importRecords({ database: nothing, dir, keyedHash: KEYED_HASH, now: () => NOW });
  await expect(run).rejects.toThrow(SetupError);
  await expect(run).rejects.toThrow(reason);
});

function never(): never {
  throw new Error('the database is not to be touched');
}
