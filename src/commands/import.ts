import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseImportBesideService } from '../compose-records.ts';
import { type Config, readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { importWithKeys } from '../import-with-keys.ts';
import { ensureKeys } from '../keys.ts';
import { openStorage, recordsFolder } from '../open-storage.ts';
import { isAddress } from '../records/import/open-input.ts';
import { exitStatusOf, type ImportProgress, type ImportReport } from '../records/import/report.ts';
import { askRunningProcess } from '../records/import-service/ask-running-process.ts';
import type { ImportRequest } from '../records/import-service/protocol.ts';
import { fail } from './fail.ts';
import { createProgressDisplay, reportLines } from './import-display.ts';

const USAGE = 'npm run import -- DIR|postgres://… [--upsert] [--allow-shrink]';

const STOP_MAY_TAKE_MS = 4_500;

const interrupted = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    interrupted.abort();
    // The transaction that is cut off here is undone by the database.
    setTimeout(() => process.exit(0), STOP_MAY_TAKE_MS).unref();
  });
}

try {
  process.exitCode = await run(requestOf(process.argv.slice(2)), readConfig(process.env));
} catch (error) {
  if (interrupted.signal.aborted) sayInterrupted();
  else fail(error);
}

async function run(request: ImportRequest, config: Config): Promise<number> {
  const display = createProgressDisplay(process.stdout);
  const started = performance.now();
  const surroundings = { onProgress: display.show, signal: interrupted.signal };
  const report = await importWherever(request, config, surroundings).finally(display.end);
  if (interrupted.signal.aborted && report.outcome === 'stopped') return sayInterrupted();
  const seconds = (performance.now() - started) / 1_000;
  for (const line of reportLines(report, seconds)) console.log(line);
  if (report.reason) console.error(`Nothing was changed: ${report.reason}`);
  return exitStatusOf(report);
}

function sayInterrupted(): 0 {
  console.log('Interrupted; nothing was changed.');
  return 0;
}

/** The embedded database allows one process: while a bot holds it, that bot does the work. */
async function importWherever(
  request: ImportRequest,
  config: Config,
  surroundings: { onProgress(progress: ImportProgress): void; signal: AbortSignal },
): Promise<ImportReport> {
  refuseImportBesideService(config);
  if (!config.databaseUrl) {
    const report = await askRunningProcess(config.dataDir, request, surroundings);
    if (report) return report;
  }
  const { piiKey } = ensureKeys(config);
  const database = await openStorage(
    config.databaseUrl ? { url: config.databaseUrl } : { folder: recordsFolder(config) },
  );
  try {
    const keys = { current: piiKey, previous: config.piiKeyPrevious };
    const now = () => new Date();
    return await importWithKeys({ database, keys, now, ...request, ...surroundings });
  } finally {
    await database.close();
  }
}

function requestOf(args: string[]): ImportRequest {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { upsert: { type: 'boolean' }, 'allow-shrink': { type: 'boolean' } },
    });
    const [dir, ...more] = positionals;
    if (!dir || more.length > 0)
      throw new SetupError(`must be given one folder or database: ${USAGE}`);
    const { upsert = false, 'allow-shrink': allowShrink = false } = values;
    const how = { upsert, allowShrink };
    return isAddress(dir)
      ? { dir, rejectsDir: resolve('.'), ...how }
      : { dir: resolve(dir), ...how };
  } catch (cause) {
    if (cause instanceof SetupError) throw cause;
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new SetupError(`${reason}; usage: ${USAGE}`, { cause });
  }
}
