import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitStatusOf } from '../../src/records/import/report.ts';
import { testDatabases } from '../helpers/database.ts';
import {
  charges,
  codeOf,
  type Municipality,
  openMunicipality,
  properties,
} from './records-folder.ts';

describe.each(testDatabases())('what an import refuses on $name', ({ open }) => {
  let city: Municipality;
  beforeEach(async () => {
    city = await openMunicipality(open);
  });
  afterEach(() => city.close());

  const codes = async () => (await city.rows('properties', 'code')).map(({ code }) => code);

  test('a row that breaks a rule is refused alone and listed with file, line, column and reason', async () => {
    const rows = charges(40);
    rows[7] = { ...rows[7], principal_rials: -5 };
    rows[9] = { ...rows[9], nosazi_code: codeOf(99) };
    const report = await city.load({ properties: properties(40), charges: rows });
    expect(report.files[1]).toMatchObject({ rows: 40, refused: 2, added: 38 });
    expect(exitStatusOf(report)).toBe(1);
    expect(report.rejects).toBe(join(city.dir, 'rejects.csv'));
    expect(await city.rejects()).toEqual([
      'charges.csv,9,principal_rials,"must be whole rials, 0 or more"',
      'charges.csv,11,nosazi_code,unknown property: its code is not in properties.csv',
    ]);
  });

  test('of rows with one key the first stands, in one batch and across batches', async () => {
    const rows = [...properties(2_100), { ...properties(1)[0], address: 'دیگر' }];
    rows.splice(1, 0, { ...properties(1)[0], address: 'دیگر' });
    const report = await city.load({ properties: rows });
    expect(report.files[0]).toMatchObject({ rows: 2_102, refused: 2, added: 2_100 });
    expect(await city.rejects()).toEqual([
      'properties.csv,3,nosazi_code,duplicate key: an earlier row has the same',
      'properties.csv,2103,nosazi_code,duplicate key: an earlier row has the same',
    ]);
    const [first] = await city.rows('properties', 'code');
    expect(first?.address).not.toBe('دیگر');
  });

  test('what was on record for a refused row stays', async () => {
    await city.load({ properties: properties(40), charges: charges(40) });
    const rows = charges(40);
    rows[0] = { ...rows[0], principal_rials: -5 };
    const report = await city.load({ properties: properties(40), charges: rows });
    expect(report.files[1]).toMatchObject({ refused: 1, changed: 0, removed: 0 });
    expect(await city.rows('charges', 'code')).toHaveLength(40);
  });

  test('what hangs on a property goes with it', async () => {
    await city.load({ properties: properties(40), charges: charges(40) });
    const report = await city.load({ properties: properties(39), charges: charges(40) });
    expect(report.files[1]).toMatchObject({ refused: 1, removed: 1 });
    expect(await city.rows('charges', 'code')).toHaveLength(39);
  });

  test('a list of rejects from an earlier run goes away when nothing is refused', async () => {
    await writeFile(join(city.dir, 'rejects.csv'), 'old');
    await city.load({ properties: properties(3) });
    expect(existsSync(join(city.dir, 'rejects.csv'))).toBe(false);
  });

  test('more than five rows in a hundred refused stop the run, exactly five do not', async () => {
    const withBad = (count: number) =>
      charges(100).map((row, i) => (i < count ? { ...row, principal_rials: 'x' } : row));
    const five = await city.load({ properties: properties(100), charges: withBad(5) });
    expect(five.outcome).toBe('loaded');
    const six = await city.load({ properties: properties(101), charges: withBad(6) });
    expect(six).toMatchObject({ outcome: 'stopped' });
    expect(six.reason).toMatch(/^charges\.csv: 6 of 100 rows were refused, more than 5 in 100/);
    expect(exitStatusOf(six)).toBe(2);
    expect(await codes()).toHaveLength(100);
    expect(await city.rejects()).toHaveLength(6);
  });

  test('a file that would make more than a fifth of its table vanish stops the run, unless that is allowed', async () => {
    await city.load({ properties: properties(10) });
    expect((await city.load({ properties: properties(8) })).outcome).toBe('loaded');
    const stopped = await city.load({ properties: properties(6) });
    expect(stopped).toMatchObject({ outcome: 'stopped' });
    expect(stopped.reason).toContain('properties.csv: 2 of 8 rows on record would vanish');
    expect(await codes()).toHaveLength(8);
    const allowed = await city.load({ properties: [] }, { allowShrink: true });
    expect(allowed.files[0]).toMatchObject({ removed: 8 });
    expect(await codes()).toEqual([]);
  });
});
