import { createReadStream, globSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { openDatabase } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';

/** One measurement, run as a process of its own: `measure.ts WAY RECORDS_FOLDER [TARGET]`. */
export type Way = 'split' | 'pglite' | 'postgres';

export interface Measured {
  rows: number;
  seconds: number;
  rowsPerSecond: number;
  peakMb: number;
}

const MIGRATIONS = join(import.meta.dirname, '../../migrations');

/** What no import can do without: splitting the files into cells. */
async function split(folder: string): Promise<{ rows: number; seconds: number }> {
  const started = performance.now();
  let rows = 0;
  for (const path of globSync(join(folder, '*.csv'))) {
    const parser = parse();
    parser.on('readable', () => {
      while (parser.read() !== null) rows++;
    });
    await pipeline(createReadStream(path), parser);
    // The header is no row.
    rows--;
  }
  return { rows, seconds: (performance.now() - started) / 1_000 };
}

async function load(
  where: { url: string } | { folder: string },
  dir: string,
): Promise<{ rows: number; seconds: number }> {
  const database = await openDatabase(where);
  await migrate(database, MIGRATIONS);
  const started = performance.now();
  const report = await importRecords({
    database,
    dir,
    keyedHash: createKeyedHash('5'.repeat(64)),
    now: () => new Date(),
  });
  const seconds = (performance.now() - started) / 1_000;
  await database.close();
  if (report.outcome !== 'loaded') throw new Error(report.reason ?? 'not loaded');
  return { rows: report.files.reduce((sum, file) => sum + file.added, 0), seconds };
}

if (import.meta.main) {
  const [way, folder = '', target = ''] = process.argv.slice(2);
  const { rows, seconds } =
    way === 'split'
      ? await split(folder)
      : await load(way === 'postgres' ? { url: target } : { folder: target }, folder);
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  const result: Measured = { rows, seconds, rowsPerSecond: rows / seconds, peakMb };
  console.log(JSON.stringify(result));
}
