import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../../src/http/server.ts';
import { openStorage } from '../../src/open-storage.ts';
import { importRecords } from '../../src/records/import/import-records.ts';
import type { ImportReport } from '../../src/records/import/report.ts';
import { sourceFiles } from '../../src/records/import/source-files.ts';
import { createKeyedHash } from '../../src/records/keyed-hash.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import { changeLog } from './change-log.ts';
import { recordsService } from './service.ts';
import { staffOnRecord } from './staff.ts';

export interface ExampleOptions {
  /** A folder of records files. */
  dir: string;
  /** The shared key of the hashes, 64 hex digits. */
  recordsKey: string;
  token: string;
  host: string;
  port: number;
}

/** Loads the folder into a database of its own, gone when it is closed, and serves it. */
export async function startExample(
  options: ExampleOptions,
): Promise<{ address: string; report: ImportReport; close(): Promise<void> }> {
  // Told before a database is made for it, which takes seconds.
  await sourceFiles(options.dir);
  await using parts = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'pasokh-records-service-'));
  parts.defer(() => rm(folder, { recursive: true, force: true }));
  const database = await openStorage({ folder: join(folder, 'database') });
  parts.defer(() => database.close());
  const { db } = database;
  const report = await importRecords({
    database,
    dir: options.dir,
    keyedHash: createKeyedHash(options.recordsKey),
    now: () => new Date(),
  });
  const source = {
    records: postgresRecords(db),
    staff: () => staffOnRecord(db),
    changes: changeLog(db),
  };
  const server = await listen(recordsService(source, options.token), options.host, options.port);
  parts.defer(() => server.close());
  const open = parts.move();
  return { address: server.address, report, close: () => open.disposeAsync() };
}
