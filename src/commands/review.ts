import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { type Config, readConfig } from '../config.ts';
import { SetupError, UpstreamError } from '../errors.ts';
import { openStorage, playgroundFolder, recordsFolder } from '../open-storage.ts';
import { PATHS } from '../paths.ts';
import { clusters } from '../review/clusters.ts';
import { lessonsOf } from '../review/lessons.ts';
import { readReviewList, removeReviewed } from '../review/review-list.ts';
import type { ReviewTables } from '../review/tables.ts';
import { readWorksheet, type WorkLine, writeWorksheet } from '../review/worksheet.ts';
import { writeExamples } from '../review/write-examples.ts';
import { loadTrained, preparedIntents } from '../understanding/create-understander.ts';
import { loadIntents } from '../understanding/intents.ts';
import { reader } from '../understanding/reader.ts';
import { compareAccuracy } from './review-accuracy.ts';
import { accuracyLines } from './review-display.ts';
import { decideOnTerminal } from './review-talk.ts';

const USAGE = 'npm run review -- [--export FILE | --apply FILE] [--intents FOLDER]';

interface Request {
  exportTo?: string | undefined;
  applyFrom?: string | undefined;
  intentsDir: string;
}

try {
  await review(requestOf(process.argv.slice(2)), readConfig(process.env));
} catch (error) {
  const isExpected = error instanceof SetupError || error instanceof UpstreamError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 2;
}

async function review(request: Request, config: Config): Promise<void> {
  const isTold = request.exportTo !== undefined || request.applyFrom !== undefined;
  const asked = isTold ? null : terminal();
  const database = await openStorage(storageOf(config));
  const db = database.db as unknown as Kysely<ReviewTables>;
  try {
    if (request.applyFrom) {
      const text = await readFile(request.applyFrom, 'utf8').catch(() => {
        throw new SetupError(`${request.applyFrom}: cannot be read`);
      });
      await learn(readWorksheet(text, request.applyFrom), request, config, db);
      return;
    }
    const now = new Date();
    const trained = await loadTrained(understanding(request, config));
    const list = await readReviewList(db);
    const groups = clusters(list, { ...trained, understander: reader(trained), now });
    console.log(`${list.length} messages on the list, in ${groups.length} groups.`);
    if (request.exportTo) await writeFile(request.exportTo, writeWorksheet(groups));
    if (asked) await learn(await decideOnTerminal(groups, asked), request, config, db);
  } finally {
    await database.close();
  }
}

/** Writes what was decided into `intents/`, shows what it changes, and takes it off the list. */
async function learn(
  decided: readonly WorkLine[],
  request: Request,
  config: Config,
  db: Kysely<ReviewTables>,
): Promise<void> {
  const { intentsDir } = request;
  const { examples: known } = await loadIntents(intentsDir);
  const { examples, ids } = lessonsOf(decided, known);
  if (examples.length > 0) {
    const trained = await loadTrained(understanding(request, config));
    const { prepared } = await preparedIntents(intentsDir);
    await writeExamples(intentsDir, examples);
    await loadIntents(intentsDir);
    console.log(`${examples.length} examples written into ${intentsDir}. Measuring…`);
    const compared = compareAccuracy(trained, prepared, examples, new Date());
    for (const line of accuracyLines(compared)) console.log(line);
  }
  await removeReviewed(db, ids);
  console.log(`${ids.length} messages taken off the list.`);
}

function understanding({ intentsDir }: Request, config: Config) {
  return { intentsDir, cacheDir: join(config.dataDir, 'cache') };
}

function terminal() {
  if (process.stdin.isTTY) return { input: process.stdin, output: process.stdout };
  throw new SetupError(`there is no terminal to ask on; usage: ${USAGE}`);
}

/** As the bot with these settings does: without a token it is the playground. */
function storageOf(config: Config): { url: string } | { folder: string } {
  if (config.databaseUrl) return { url: config.databaseUrl };
  return { folder: config.botToken ? recordsFolder(config) : playgroundFolder(config) };
}

function requestOf(args: string[]): Request {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { export: text, apply: text, intents: text } });
    if (values.export && values.apply) throw new Error('--export and --apply exclude each other');
    return {
      exportTo: values.export,
      applyFrom: values.apply,
      intentsDir: values.intents ?? PATHS.intents,
    };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('. ')[0] : String(cause);
    throw new SetupError(`${reason}; usage: ${USAGE}`, { cause });
  }
}
