import { setTimeout } from 'node:timers/promises';
import { openDatabase } from '../../src/database/database.ts';
import { postgresRecords } from '../../src/records/postgres-records.ts';
import type { RecordStore } from '../../src/records/record-store.ts';
import { codeOf } from './big-city.ts';

const BETWEEN_QUESTIONS_MS = 20;
const BASELINE_MS = 5_000;

/** How long a property's file takes, under a citizen's limits: first with nothing else running, then beside the import. */
export async function* readersLines(
  url: string,
  properties: number,
  runImport: () => Promise<unknown>,
): AsyncGenerator<string> {
  const database = await openDatabase({ url });
  const records = postgresRecords(database.db);
  yield line(
    'a file read with no import (baseline)',
    await readWhile(records, properties, setTimeout(BASELINE_MS)),
  );
  yield line(
    'a file read while every charge changes',
    await readWhile(records, properties, runImport()),
  );
  await database.close();
}

interface Read {
  ms: number[];
  failed: number;
}

async function readWhile(
  records: RecordStore,
  properties: number,
  work: Promise<unknown>,
): Promise<Read> {
  const read: Read = { ms: [], failed: 0 };
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  for (let i = 0; !isDone; i = (i + 7_919) % properties) {
    const asked = performance.now();
    try {
      await records.propertyFile(codeOf(i));
      read.ms.push(performance.now() - asked);
    } catch {
      read.failed++;
    }
    await setTimeout(BETWEEN_QUESTIONS_MS);
  }
  await done;
  return read;
}

function line(what: string, { ms, failed }: Read): string {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${what}: ${sorted.length} answered, ${failed} failed; median ${at(0.5)} ms, 99 of 100 under ${at(0.99)} ms, longest ${at(1)} ms`;
}
