import type { KeyedHasher } from '../keyed-hash.ts';
import type { ColumnSpec, FileSpec } from './file-spec.ts';
import { isRefusal, type Reading } from './readers.ts';

export type StoredValue = string | number | null;

export interface RowReading {
  /** In the order of `storedColumns(spec)`. */
  values: StoredValue[];
  /** The first thing that is wrong with the row; null when it is right. */
  refusal: { column: string; reason: string } | null;
  /** Whether its key at least is right, so that what was on record before can stay. */
  hasKey: boolean;
}

export type RowReader = (cells: readonly string[]) => RowReading;

/** The header's mistake in words, or the reader of the file's rows. */
export function rowReader(
  spec: FileSpec,
  header: readonly string[],
  hash: KeyedHasher,
):
  | { kind: 'header-wrong'; reason: string }
  | { kind: 'reader'; read: RowReader; unknown: string[] } {
  const names = header.map((name) => name.trim());
  const missing = spec.columns.filter(
    (column) => column.isRequired && !names.includes(column.name),
  );
  if (missing.length > 0) {
    const list = missing.map((column) => column.name).join(', ');
    return { kind: 'header-wrong', reason: `its header lacks the required column ${list}` };
  }
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice) return { kind: 'header-wrong', reason: `its header has the column ${twice} twice` };
  const known = spec.columns.map((column) => column.name);
  const unknown = names.filter((name) => name !== '' && !known.includes(name));
  return { kind: 'reader', read: readerOf(spec, names, hash), unknown };
}

function readerOf(spec: FileSpec, names: readonly string[], hash: KeyedHasher): RowReader {
  const columns = spec.columns.map((column) => ({ column, at: names.indexOf(column.name) }));
  const stored = spec.columns.flatMap((column) => column.stored.map(({ name }) => name));
  const keyAt = spec.key.map((name) => stored.indexOf(name));
  return (cells) => {
    const readings = new Map<string, Reading | null>();
    const values: StoredValue[] = [];
    let refusal = widthRefusal(names, cells);
    for (const { column, at } of columns) {
      const reading = readCell(column, cells[at] ?? '');
      readings.set(column.name, reading);
      if (isRefusal(reading)) refusal ??= { column: column.name, reason: reading.reason };
      for (const { of } of column.stored) {
        values.push(reading === null || isRefusal(reading) ? null : of(reading, hash));
      }
    }
    refusal ??= spec.check?.(readings) ?? null;
    return { values, refusal, hasKey: keyAt.every((at) => values[at] !== null) };
  };
}

function readCell(column: ColumnSpec, given: string): Reading | null {
  const cell = given.trim();
  if (cell !== '') return column.read(cell);
  return column.isRequired ? { reason: 'must not be empty' } : column.ifEmpty;
}

/** Cells beyond the header are harmless while they are empty. */
function widthRefusal(names: readonly string[], cells: readonly string[]) {
  const isRight =
    cells.length === names.length ||
    (cells.length > names.length && cells.slice(names.length).every((cell) => cell === ''));
  if (isRight) return null;
  return { column: '', reason: `has ${cells.length} cells where the header has ${names.length}` };
}
