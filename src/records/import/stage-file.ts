import { setImmediate } from 'node:timers/promises';
import { SetupError } from '../../errors.ts';
import type { KeyedHasher } from '../keyed-hash.ts';
import { batchStatement, type Lookup } from './batch-statement.ts';
import type { CsvRow } from './csv-splitter.ts';
import type { FileSpec } from './file-spec.ts';
import { type RowReader, rowReader, type StoredValue } from './read-row.ts';
import type { Rejects } from './rejects.ts';
import type { Source } from './source.ts';
import { type AnyDatabase, execute, storedColumns } from './staging.ts';

/** What was found in a file, before anything on record is touched. */
export interface StagedFile {
  source: Source;
  rows: number;
  refused: number;
  added: number;
  changed: number;
}

export interface StagingWork {
  db: AnyDatabase;
  hash: KeyedHasher;
  rejects: Rejects;
  lookup: Lookup;
  batchRows: number;
  /** After each batch; throwing from it ends the run. */
  /** `read` counts in the unit of the source's size. */
  onBatch(staged: StagedFile, read: number): void;
  onNotice(notice: string): void;
}

/** Reads a file to its end and gathers its rows beside the table, a batch at a time. */
export async function stageFile(work: StagingWork, source: Source): Promise<StagedFile> {
  const staged: StagedFile = { source, rows: 0, refused: 0, added: 0, changed: 0 };
  const statement = batchStatement(source.spec, work.lookup);
  let reader: RowReader | undefined;
  let read = 0;
  let before: Promise<void> = Promise.resolve();
  const batches = source.batches(work.batchRows, (count) => {
    read = count;
  });
  try {
    for await (const rows of batches) {
      reader ??= openReader(work, source, rows.shift());
      const batch = readBatch(work, staged, rows, reader);
      // The database takes one batch in while the next is being read.
      await before;
      before = takeIn(work, staged, statement, batch);
      before.catch(() => {});
      work.onBatch(staged, read);
      // An embedded database would leave no turn to anybody else in this process.
      await setImmediate();
    }
  } finally {
    await before;
  }
  reader ??= openReader(work, source, undefined);
  return staged;
}

function openReader(work: StagingWork, source: Source, header: CsvRow | undefined): RowReader {
  const opened = rowReader(source.spec, header?.cells ?? [], work.hash);
  if (opened.kind === 'header-wrong') throw new SetupError(`${source.path}: ${opened.reason}`);
  if (opened.unknown.length > 0) {
    const list = opened.unknown.join(', ');
    work.onNotice(`${source.file}: unknown columns are passed over: ${list}`);
  }
  return opened.read;
}

/** The rows by column, as the statement takes them. */
interface Batch {
  lines: number[];
  refused: boolean[];
  columns: StoredValue[][];
}

function readBatch(work: StagingWork, staged: StagedFile, rows: CsvRow[], read: RowReader): Batch {
  const { file, spec } = staged.source;
  const batch: Batch = { lines: [], refused: [], columns: storedColumns(spec).map(() => []) };
  for (const { line, cells } of rows) {
    staged.rows++;
    const reading = cells && read(cells);
    const refusal = reading ? reading.refusal : { column: '', reason: 'its quotes are broken' };
    if (refusal) {
      staged.refused++;
      work.rejects.add({ file, line, ...refusal });
    }
    if (!reading?.hasKey) continue;
    batch.lines.push(line);
    batch.refused.push(refusal !== null);
    for (const [i, column] of batch.columns.entries()) column.push(reading.values[i]!);
  }
  return batch;
}

interface Verdict {
  mark: 'new' | 'changed' | 'same' | 'reference' | 'duplicate';
  line: number;
  /** How many rows, or which of the file's references leads nowhere (from 1). */
  rows: number;
}

async function takeIn(
  work: StagingWork,
  staged: StagedFile,
  statement: string,
  batch: Batch,
): Promise<void> {
  if (batch.lines.length === 0) return;
  const { file, spec } = staged.source;
  const parameters = [batch.lines, batch.refused, ...batch.columns];
  const verdicts = await execute<Verdict>(work.db, statement, parameters);
  for (const { mark, line, rows } of verdicts.rows) {
    if (mark === 'new') staged.added += rows;
    else if (mark === 'changed') staged.changed += rows;
    else if (mark !== 'same') {
      staged.refused++;
      work.rejects.add({ file, line, ...reasonOf(spec, mark, rows) });
    }
  }
}

function reasonOf(spec: FileSpec, mark: 'reference' | 'duplicate', reference: number) {
  if (mark === 'reference') return spec.references[reference - 1]!;
  const stored = (name: string) => spec.columns.find((c) => c.stored.some((s) => s.name === name));
  const key = spec.key.map((name) => stored(name)?.name).join(' + ');
  return { column: key, reason: 'duplicate key: an earlier row has the same' };
}
