import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { SetupError } from '../errors.ts';
import { cacheFolder, PATHS } from '../paths.ts';
import { clusters } from '../review/clusters.ts';
import { lessonsOf } from '../review/lessons.ts';
import type { Reviews } from '../review/reviews.ts';
import { readWorksheet, type WorkLine, writeWorksheet } from '../review/worksheet.ts';
import { writeExamples } from '../review/write-examples.ts';
import { loadTrained, preparedIntents } from '../understanding/create-understander.ts';
import { loadIntents } from '../understanding/intents.ts';
import { reader } from '../understanding/reader.ts';
import { fail } from './fail.ts';
import { openReviews } from './open-reviews.ts';
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
  const request = requestOf(process.argv.slice(2));
  const config = readConfig(process.env);
  const reviews = await openReviews(config);
  const cacheDir = cacheFolder(config.dataDir);
  await review(request, reviews, cacheDir).finally(() => reviews.close());
} catch (error) {
  fail(error);
}

async function review(request: Request, reviews: Reviews, cacheDir: string): Promise<void> {
  const { exportTo, applyFrom, intentsDir } = request;
  if (applyFrom) {
    const text = await readFile(applyFrom, 'utf8').catch(() => {
      throw new SetupError(`${applyFrom}: cannot be read`);
    });
    return learn(readWorksheet(text, applyFrom), intentsDir, reviews, cacheDir);
  }
  const trained = await loadTrained({ intentsDir, cacheDir });
  const list = await reviews.list();
  const now = new Date();
  const groups = clusters(list, { ...trained, understander: reader(trained), now });
  console.log(`${list.length} messages on the list, in ${groups.length} groups.`);
  if (exportTo) return writeFile(exportTo, writeWorksheet(groups));
  const decided = await decideOnTerminal(groups, { input: process.stdin, output: process.stdout });
  return learn(decided, intentsDir, reviews, cacheDir);
}

/** Writes what was decided into `intents/`, shows what it changes, and takes it off the list. */
async function learn(
  decided: readonly WorkLine[],
  intentsDir: string,
  reviews: Reviews,
  cacheDir: string,
): Promise<void> {
  const { examples: known } = await loadIntents(intentsDir);
  const { examples, ids } = lessonsOf(decided, known);
  if (examples.length > 0) {
    const trained = await loadTrained({ intentsDir, cacheDir });
    const { prepared } = await preparedIntents(intentsDir);
    await writeExamples(intentsDir, examples);
    console.log(`${examples.length} examples written into ${intentsDir}. Measuring…`);
    const compared = compareAccuracy(trained, prepared, examples, new Date());
    for (const line of accuracyLines(compared)) console.log(line);
  }
  await reviews.done(ids);
  console.log(`${ids.length} messages taken off the list.`);
}

function requestOf(args: string[]): Request {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { export: text, apply: text, intents: text } });
    if (values.export && values.apply) throw new Error('--export and --apply exclude each other');
    if (!values.export && !values.apply && !process.stdin.isTTY) {
      throw new Error('there is no terminal to ask on');
    }
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
