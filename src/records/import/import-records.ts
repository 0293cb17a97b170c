import type { KeyedHasher } from '../keyed-hash.ts';
import { applyFile } from './apply.ts';
import { type EventWork, noteAfter, noteBefore } from './events.ts';
import type { FileName } from './file-spec.ts';
import { alone, type ImportDatabase } from './import-lock.ts';
import { openInput } from './open-input.ts';
import { openRejects, type Rejects } from './rejects.ts';
import type { FileReport, ImportProgress, ImportReport } from './report.ts';
import type { RecordsInput, Source } from './source.ts';
import { type StagedFile, stageFile } from './stage-file.ts';
import { type AnyDatabase, createStaging, dropStaging, execute } from './staging.ts';
import { renewStreets } from './streets.ts';
import { findVanished } from './vanished.ts';

export interface ImportOptions<Schema = unknown> {
  database: ImportDatabase<Schema>;
  /** The folder of records files, or the address of a database with a view for each. */
  dir: string;
  /** Where `rejects.csv` is written; without it, beside the files. */
  rejectsDir?: string;
  keyedHash: KeyedHasher;
  /** The hashes on record were made with another key: no row with one is the row it was. */
  isNewKey?: boolean;
  /** Done in the run's own transaction, once the records have changed. */
  alongside?: (tx: AnyDatabase) => Promise<void>;
  /** Rows are only added or changed; none goes away. */
  upsert?: boolean;
  /** Lets a file take away more than a fifth of its table. */
  allowShrink?: boolean;
  /** Asked when the records change. */
  now: () => Date;
  onProgress?: (progress: ImportProgress) => void;
  /** Ends the run before its transaction; nothing is changed then. */
  signal?: AbortSignal;
}

const MOST_REFUSED = 0.05;
const MOST_VANISHED = 0.2;
/** The embedded engine answers citizens between two batches. */
const BATCH_ROWS = { pglite: 2_000, postgres: 5_000 };

/** A run that must not go on: its report says why. */
class Stopped extends Error {}

/**
 * Loads a folder of records files: reads, checks and compares every row beside the tables first, then
 * brings what is new or different into them in one short transaction. Throws `SetupError` for a wrong folder or file, `UpstreamError` when the
 * database fails; either way nothing has changed.
 */
export async function importRecords<Schema>(options: ImportOptions<Schema>): Promise<ImportReport> {
  const input = await openInput(options.dir);
  try {
    return await importInput(options, input);
  } finally {
    await input.close();
  }
}

function importInput<Schema>(
  options: ImportOptions<Schema>,
  { sources, notices }: RecordsInput,
): Promise<ImportReport> {
  return alone(options.database, async (db) => {
    const rejects = await openRejects(options.rejectsDir ?? options.dir);
    const run: Run = { options, db, sources, rejects, notices, staged: [], vanished: new Map() };
    try {
      const loaded = await stageAndApply(run);
      return await reportOf(run, loaded);
    } catch (error) {
      if (error instanceof Stopped)
        return await reportOf(run, { reason: error.message, events: 0 });
      await rejects.close().catch(() => {});
      throw error;
    } finally {
      await dropStaging(db).catch(() => {});
    }
  });
}

interface Run {
  options: Omit<ImportOptions<never>, 'database'> & { database: { engine: 'pglite' | 'postgres' } };
  db: AnyDatabase;
  sources: Source[];
  rejects: Rejects;
  notices: string[];
  staged: StagedFile[];
  vanished: Map<FileName, number>;
}

async function stageAndApply(run: Run): Promise<{ reason: null; events: number }> {
  const { db, sources } = run;
  await createStaging(
    db,
    sources.map(({ spec }) => spec),
  );
  for (const source of sources) await stageOne(run, source);
  // Before anything changes: a list that cannot be written stops the run too.
  await run.rejects.close();
  const events = await db.transaction().execute((tx) => bringIn(run, tx));
  await tidyTables(run);
  return { reason: null, events };
}

async function stageOne(run: Run, source: Source): Promise<void> {
  const { options, db, rejects, sources, notices } = run;
  const staged = await stageFile(
    {
      db,
      rejects,
      hash: options.keyedHash,
      lookup: {
        staged: new Set(sources.map(({ spec }) => spec.name)),
        isUpsert: options.upsert === true,
      },
      batchRows: BATCH_ROWS[options.database.engine],
      onBatch: (current, read) => onBatch(run, current, read),
      onNotice: (notice) => notices.push(notice),
    },
    source,
  );
  run.staged.push(staged);
  refuseBadFile(staged);
  if (!options.upsert) await refuseShrinking(run, staged);
}

function onBatch({ options, sources, staged }: Run, current: StagedFile, read: number): void {
  if (options.signal?.aborted) throw new Stopped('it was interrupted');
  const earlier = staged.reduce((sum, file) => sum + file.source.size, 0);
  options.onProgress?.({
    file: current.source.file,
    fileRows: current.rows,
    rows: staged.reduce((sum, file) => sum + file.rows, current.rows),
    read: earlier + read,
    size: sources.reduce((sum, source) => sum + source.size, 0),
  });
}

function refuseBadFile({ source, rows, refused }: StagedFile): void {
  if (refused <= rows * MOST_REFUSED) return;
  throw new Stopped(
    `${source.file}: ${refused} of ${rows} rows were refused, more than 5 in 100; see rejects.csv`,
  );
}

async function refuseShrinking(run: Run, staged: StagedFile): Promise<void> {
  const { source, rows, refused } = staged;
  const { before, vanished } = await findVanished(run.db, source.spec);
  run.vanished.set(source.spec.name, vanished);
  const lost = run.options.isNewKey ? Math.min(vanished, before - (rows - refused)) : vanished;
  if (run.options.allowShrink || lost <= before * MOST_VANISHED) return;
  throw new Stopped(
    `${source.file}: ${lost} of ${before} rows on record would vanish, more than 20 in 100; --allow-shrink permits it`,
  );
}

/** All of it or nothing: the one transaction in which readers see the records change. */
async function bringIn(run: Run, tx: AnyDatabase): Promise<number> {
  const { options, staged, vanished } = run;
  if (options.signal?.aborted) throw new Stopped('it was interrupted');
  const at = options.now();
  const loadedBefore = await filesLoadedBefore(tx);
  const work: EventWork = {
    db: tx,
    importId: await noteImport(run, tx, at),
    at,
    loadedBefore,
    staged: new Set(staged.map(({ source }) => source.spec.name)),
  };
  let events = await noteBefore(work);
  for (const file of staged) {
    await applyFile(tx, file, vanished.get(file.source.spec.name) ?? 0);
  }
  if (staged.some(({ source }) => source.spec.name === 'properties')) await renewStreets(tx);
  events += await noteAfter(work);
  await options.alongside?.(tx);
  return events;
}

async function filesLoadedBefore(tx: AnyDatabase): Promise<ReadonlySet<FileName>> {
  const { rows } = await execute<{ name: FileName }>(
    tx,
    'select distinct unnest(files) as name from records.imports',
  );
  return new Set(rows.map(({ name }) => name));
}

async function noteImport({ staged }: Run, tx: AnyDatabase, at: Date): Promise<number> {
  const { rows } = await execute<{ id: number }>(
    tx,
    'insert into records.imports (at, files) values ($1, $2) returning id',
    [at, staged.map(({ source }) => source.spec.name)],
  );
  return rows[0]!.id;
}

/** The planner must know of the new rows at once; the embedded engine has nobody who clears away old ones. */
async function tidyTables({ options, db, staged, vanished }: Run): Promise<void> {
  const command = options.database.engine === 'pglite' ? 'vacuum analyze' : 'analyze';
  for (const { source, added, changed } of staged) {
    const { table, name } = source.spec;
    if (added + changed + (vanished.get(name) ?? 0) > 0) {
      // What was loaded stays loaded, however this goes.
      await execute(db, `${command} records.${table}`).catch(() => {});
    }
  }
}

async function reportOf(
  run: Run,
  { reason, events }: { reason: string | null; events: number },
): Promise<ImportReport> {
  const files = run.staged.map((staged): FileReport => {
    const { source, rows, refused, added, changed } = staged;
    const removed = run.vanished.get(source.spec.name) ?? 0;
    return { file: source.file, rows, refused, added, changed, removed };
  });
  return {
    outcome: reason === null ? 'loaded' : 'stopped',
    reason,
    files,
    rejects: await run.rejects.close(),
    events,
    notices: run.notices,
  };
}
