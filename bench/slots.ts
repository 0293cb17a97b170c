import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PATHS } from '../src/paths.ts';
import { csvBatches } from '../src/records/import/csv-rows.ts';
import { createUnderstander } from '../src/understanding/create-understander.ts';
import { type SlotMessage, type SlotScore, scoreSlots, shareRight } from './match/slot-score.ts';

type Print = (line: string) => void;

export const SLOT_SETS = ['first-people', 'other-people', 'further-people', 'last-people'] as const;

/**
 * How many of the codes, numbers, days, times, amounts and places of labelled messages are read right. With a
 * file (one JSON object a line: by, text, slots, may) it measures that; without one, the sets kept here.
 */
export async function benchSlots(print: Print = console.log, file?: string): Promise<void> {
  const understander = await createUnderstander({
    intentsDir: PATHS.intents,
    cacheDir: PATHS.cache,
  });
  const names = await namesOfDemoCity();
  for (const each of file ? [file] : SLOT_SETS.map(fileOfSet)) {
    printScore(print, each, scoreSlots(understander, await slotMessages(each), names));
  }
}

export function fileOfSet(set: (typeof SLOT_SETS)[number]): string {
  return join(import.meta.dirname, 'match', 'slots', `${set}.jsonl`);
}

export async function slotMessages(file: string): Promise<SlotMessage[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** What its streets and offices are called, without the word for their kind. */
export async function namesOfDemoCity(): Promise<string[]> {
  const addresses = await column('properties.csv', 3);
  const offices = await column('offices.csv', 1);
  const kind = /^(?:خیابان|بلوار|میدان|دفتر پیشخوان)\s+/u;
  const names = [...addresses.map((address) => address.split('،')[0]!), ...offices];
  return [...new Set(names.map((name) => name.replace(kind, '')))];
}

async function column(file: string, index: number): Promise<string[]> {
  const cells: string[] = [];
  for await (const rows of csvBatches(join(PATHS.demoCity, file), 1000, () => {})) {
    cells.push(...rows.map((row) => row.cells?.[index] ?? ''));
  }
  return cells.slice(1);
}

function printScore(print: Print, file: string, score: SlotScore): void {
  for (const fault of score.faults) print(`slots: ${fault}`);
  for (const [kind, { right, missed, wrong, invented }] of [...score.byKind].sort()) {
    print(`slots: ${kind}: ${right} right, ${missed} missed, ${wrong} wrong, ${invented} invented`);
  }
  const share = (100 * shareRight(score.all)).toFixed(1);
  const whole = ((100 * score.faultless) / score.messages).toFixed(1);
  print(
    `slots: ${file}: ${score.messages} messages, ${share} % of the slots right, ` +
      `${whole} % of the messages without a fault`,
  );
}

if (import.meta.main) await benchSlots(console.log, process.argv[2]);
