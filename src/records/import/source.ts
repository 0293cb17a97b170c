import type { CsvRow } from './csv-splitter.ts';
import type { FileSpec } from './file-spec.ts';

/** One file of the records format, or a view that stands for it. */
export interface Source {
  spec: FileSpec;
  /** As it is called where it lies. */
  file: string;
  /** The same with the place, for whoever is to put it right. */
  path: string;
  /** For the time left, in the unit that `onRead` counts in. */
  size: number;
  /** Its header, then its rows, a batch at a time. */
  batches(batchRows: number, onRead: (read: number) => void): AsyncGenerator<CsvRow[]>;
}

export interface RecordsInput {
  /** In the order in which they are loaded. */
  sources: Source[];
  /** What is none of them, a line each. */
  notices: string[];
  close(): Promise<void>;
}
