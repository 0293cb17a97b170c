import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabases } from '../helpers/database.ts';
import { type Municipality, openMunicipality } from './records-folder.ts';

const DEMO = join(import.meta.dirname, '../../city/demo');

describe.each(testDatabases())('what is kept of persons on $name', ({ open }) => {
  let city: Municipality;
  let personal: string[];

  beforeAll(async () => {
    city = await openMunicipality(open);
    await cp(DEMO, city.dir, { recursive: true });
    const parties: Record<string, string>[] = parse(await readFile(join(city.dir, 'parties.csv')), {
      columns: true,
    });
    const staff: Record<string, string>[] = parse(await readFile(join(city.dir, 'staff.csv')), {
      columns: true,
    });
    personal = [
      ...parties.flatMap(({ national_id, name, mobile }) => [national_id, name, mobile]),
      ...staff.map(({ mobile }) => mobile),
    ].filter((text) => text !== undefined && text !== '') as string[];
    await city.loadFolder();
  });
  afterAll(() => city.close());

  test('no national id, mobile or name of a party is anywhere in the database', async () => {
    expect(personal.length).toBeGreaterThan(800);
    const { db } = city.database;
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
    for (const { name } of tables) {
      const { rows } = await sql<{
        text: string;
      }>`select t::text as text from ${sql.raw(name)} t`.execute(db);
      const text = rows.map((row) => row.text).join('\n');
      expect(personal.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  test('the list of rejects repeats no personal value, whatever column it stood in', async () => {
    const lines = (await readFile(join(city.dir, 'parties.csv'), 'utf8')).split('\n');
    const canaries = ['9990000108', '08123456789', '=HYPERLINK(1)'];
    lines.splice(
      5,
      0,
      `${canaries[0]},x,09000001001`,
      `9990000107,x,${canaries[1]}`,
      `${canaries[2]},x,`,
    );
    await writeFile(join(city.dir, 'parties.csv'), lines.join('\n'));
    const report = await city.loadFolder();
    expect(report.files.find(({ file }) => file === 'parties.csv')).toMatchObject({ refused: 3 });
    const rejects = await readFile(join(city.dir, 'rejects.csv'), 'utf8');
    expect(canaries.filter((canary) => rejects.includes(canary))).toEqual([]);
    expect(rejects).not.toMatch(/\d{10}/);
    await rm(join(city.dir, 'rejects.csv'));
  });
});
