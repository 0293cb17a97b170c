import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../../errors.ts';
import type { FileSpec } from './file-spec.ts';
import { SPECS_IN_ORDER } from './file-specs.ts';

export interface SourceFile {
  spec: FileSpec;
  /** As it is called in the folder. */
  file: string;
  path: string;
  bytes: number;
}

const REJECTS = 'rejects.csv';

/** The records files of a folder, in the order in which they are loaded, and what is none of them. */
export async function sourceFiles(
  dir: string,
): Promise<{ sources: SourceFile[]; notices: string[] }> {
  const names = await readdir(dir).catch((cause) => {
    throw new SetupError(`${dir}: must be a folder of records files (${cause.code ?? cause})`);
  });
  const sources: SourceFile[] = [];
  for (const spec of SPECS_IN_ORDER) {
    const found = [`${spec.name}.csv`, `${spec.name}.csv.gz`].filter((file) =>
      names.includes(file),
    );
    if (found.length > 1) throw new SetupError(`${dir}: has both ${found.join(' and ')}; keep one`);
    for (const file of found) {
      const path = join(dir, file);
      sources.push({ spec, file, path, bytes: (await stat(path)).size });
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
  return { sources, notices };
}
