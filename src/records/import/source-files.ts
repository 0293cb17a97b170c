import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../../errors.ts';
import { csvBatches } from './csv-rows.ts';
import { SPECS_IN_ORDER } from './file-specs.ts';
import type { RecordsInput, Source } from './source.ts';

const REJECTS = 'rejects.csv';

/** The records files of a folder. */
export async function sourceFiles(dir: string): Promise<RecordsInput> {
  const names = await readdir(dir).catch((cause) => {
    throw new SetupError(`${dir}: must be a folder of records files (${cause.code ?? cause})`);
  });
  const sources: Source[] = [];
  for (const spec of SPECS_IN_ORDER) {
    const found = [`${spec.name}.csv`, `${spec.name}.csv.gz`].filter((file) =>
      names.includes(file),
    );
    if (found.length > 1) throw new SetupError(`${dir}: has both ${found.join(' and ')}; keep one`);
    for (const file of found) {
      const path = join(dir, file);
      sources.push({
        spec,
        file,
        path,
        size: (await stat(path)).size,
        batches: (batchRows, onRead) => csvBatches(path, batchRows, onRead),
      });
    }
  }
  if (sources.length === 0) {
    const known = SPECS_IN_ORDER.map((spec) => spec.name).join(', ');
    throw new SetupError(`${dir}: has no records file; known are ${known}, each .csv or .csv.gz`);
  }
  const used = new Set([REJECTS, ...sources.map((source) => source.file)]);
  const notices = names
    .filter((name) => /\.csv(?:\.gz)?$/.test(name) && !used.has(name))
    .map((name) => `${name}: is not a records file; passed over`);
  return { sources, notices, close: async () => {} };
}
