import type { RecordsInput } from './source.ts';
import { sourceFiles } from './source-files.ts';
import { sourceViews } from './views/source-views.ts';

const ADDRESS = /^postgres(?:ql)?:\/\//;

/** Whether the records come from a database's views rather than from a folder. */
export function isAddress(from: string): boolean {
  return ADDRESS.test(from);
}

/** The records of a folder, or of the views of a PostgreSQL database. Close it when they have been read. */
export function openInput(from: string): Promise<RecordsInput> {
  return isAddress(from) ? sourceViews(from) : sourceFiles(from);
}
