import type { KeyedHasher } from '../keyed-hash.ts';
import type { Reader } from './readers.ts';

/** The files in the order in which they are loaded: what others refer to comes first. */
export const FILE_NAMES = [
  'districts',
  'offices',
  'properties',
  'parties',
  'ownership',
  'requests',
  'request-steps',
  'certificates',
  'violations',
  'charges',
  'bills',
  'payments',
  'holds',
  'staff',
] as const;
export type FileName = (typeof FILE_NAMES)[number];

/** One file of the records format and the table it is the whole truth of. */
export interface FileSpec {
  name: FileName;
  table: string;
  /** In the format's order. */
  columns: ColumnSpec[];
  /** The table's key, in its own columns. */
  key: string[];
  references: Reference[];
  /** What concerns several cells at once; null when the row is right. */
  check?(row: ReadonlyMap<string, unknown>): { column: string; reason: string } | null;
}

export interface ColumnSpec {
  name: string;
  isRequired: boolean;
  read: Reader;
  /** What an empty cell stands for. */
  ifEmpty: string | number | null;
  stored: StoredColumn[];
}

/** A column of the table, made of the cell's value. */
export interface StoredColumn {
  name: string;
  type: 'text' | 'integer' | 'bigint' | 'double precision' | 'date' | 'text[]';
  of(value: string | number, hash: KeyedHasher): string | number | null;
}

/** The row must belong to a row of another file, or it is refused. */
export interface Reference {
  /** The file's column to name in the refusal. */
  column: string;
  to: FileName;
  /** Columns of this table and, in the same order, the other table's key. */
  by: string[];
  reason: string;
}
