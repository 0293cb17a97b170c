import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../tests/helpers/private-postgres.ts';
import { writeBigCity } from './import/big-city.ts';
import type { Measured, Way } from './import/measure.ts';
import { readersLines } from './import/readers.ts';

const CHARGES_A_PROPERTY = 5;
const ANOTHER_FIGURE = 1_000;
const MEASURE = join(import.meta.dirname, 'import/measure.ts');

/**
 * Imports a city of so many properties, with five charges each, into a fresh embedded database and a fresh
 * PostgreSQL; rows per second and peak memory, beside merely splitting the same files into cells. Then how long
 * citizens' questions take while every charge is changed, beside the same questions with no import.
 */
export async function benchImport(
  print: (line: string) => void = console.log,
  properties = 100_000,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pasokh-bench-'));
  const postgres = await startPostgres();
  try {
    const records = join(folder, 'records');
    await writeBigCity(records, properties, CHARGES_A_PROPERTY);
    const measure = (way: Way, target = '') => measured(way, records, target);
    const baseline = await measure('split');
    print(`import: ${line('csv-parse alone (baseline)', baseline)}`);
    for (const [way, target] of [
      ['pglite', join(folder, 'database')],
      ['postgres', postgres.url],
    ] as const) {
      const result = await measure(way, target);
      const ratio = (result.rowsPerSecond / baseline.rowsPerSecond).toFixed(3);
      print(`import: ${line(`into ${way}`, result)}, ${ratio} of the baseline`);
    }
    await writeBigCity(records, properties, CHARGES_A_PROPERTY, ANOTHER_FIGURE);
    const reimport = () => measure('postgres', postgres.url);
    for await (const one of readersLines(postgres.url, properties, reimport))
      print(`import: ${one}`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function line(what: string, { rows, seconds, rowsPerSecond, peakMb }: Measured): string {
  const rate = Math.round(rowsPerSecond).toLocaleString('en-US');
  return `${what}: ${rows.toLocaleString('en-US')} rows in ${seconds.toFixed(1)} s, ${rate} rows/s, peak ${Math.round(peakMb)} MB`;
}

/** In a process of its own, so that its peak of memory is its own. */
async function measured(way: Way, records: string, target: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [MEASURE, way, records, target]);
  return JSON.parse(stdout);
}

if (import.meta.main) await benchImport(console.log, Number(process.argv[2] ?? 100_000));
