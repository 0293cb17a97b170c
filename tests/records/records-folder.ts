import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import type { FileName } from '../../src/records/import/file-spec.ts';
import { FILE_SPECS } from '../../src/records/import/file-specs.ts';
import { type ImportOptions, importRecords } from '../../src/records/import/import-records.ts';
import type { ImportReport } from '../../src/records/import/report.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';

export type Row = Record<string, string | number>;
export type Files = Partial<Record<FileName, Row[]>>;

export const KEYED_HASH = createKeyedHash('5'.repeat(64));
export const NOW = new Date('2026-11-21T06:00:00Z');

/** A folder of records files and a database to load it into. */
export interface Municipality {
  dir: string;
  database: Database<unknown>;
  /** Writes the files (the others go away) and imports the folder. */
  load(files: Files, how?: Partial<ImportOptions>): Promise<ImportReport>;
  /** Imports the folder as it is. */
  loadFolder(how?: Partial<ImportOptions>): Promise<ImportReport>;
  /** The rows of a table as objects, with the version of each. */
  rows(table: string, order: string): Promise<Record<string, unknown>[]>;
  rejects(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openMunicipality(
  open: () => Promise<Database<unknown>>,
): Promise<Municipality> {
  const database = await open();
  const dir = await mkdtemp(join(tmpdir(), 'pasokh-records-'));
  const loadFolder = (how?: Partial<ImportOptions>) =>
    importRecords({ database, dir, keyedHash: KEYED_HASH, now: () => NOW, ...how });
  return {
    dir,
    database,
    loadFolder,
    async load(files, how) {
      await writeRecords(dir, files);
      return loadFolder(how);
    },
    async rows(table, order) {
      const query = sql<Record<string, unknown>>`
        select t.*, t.xmin::text as version from records.${sql.ref(table)} t order by ${sql.raw(order)}`;
      return (await query.execute(database.db)).rows;
    },
    async rejects() {
      const text = await readFile(join(dir, 'rejects.csv'), 'utf8').catch(() => '');
      return text.split('\n').slice(1, -1);
    },
    async close() {
      await database.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** The folder then holds these files and no others. */
export async function writeRecords(dir: string, files: Files): Promise<void> {
  for (const name of Object.keys(FILE_SPECS) as FileName[]) {
    const rows = files[name];
    const path = join(dir, `${name}.csv`);
    if (rows) await writeFile(path, csv(name, rows));
    else await rm(path, { force: true });
  }
}

export function csv(name: FileName, rows: Row[]): string {
  const required = FILE_SPECS[name].columns.filter((column) => column.isRequired);
  const header = [...new Set([...required.map((c) => c.name), ...rows.flatMap(Object.keys)])];
  const lines = rows.map((row) => header.map((column) => cell(row[column])).join(','));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function codeOf(index: number): string {
  return `2-7-${100 + index}-1-1-0-0`;
}

export function properties(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    nosazi_code: codeOf(i),
    district: 2,
    level: 'building',
    address: `خیابان ارم، کوچه ${i}، پلاک ۴`,
  }));
}

export function charges(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    nosazi_code: codeOf(i),
    account: 'renovation',
    fiscal_year: 1404,
    principal_rials: 5_000_000,
    late_rials: 250_000,
  }));
}

export function requests(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    request_no: 1_405_000_000 + i,
    service: 'completion',
    nosazi_code: codeOf(i),
    status: 'in-progress',
    stage: 'بازدید و کروکی',
    opened_at: '1405/06/01',
  }));
}
