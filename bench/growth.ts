import { bring, type Outcome, percentile } from './fleet/load.ts';
import { chatsFrom, moveIn, openTown, questions } from './fleet/town.ts';

const CHARGES_A_PROPERTY = 5;
const SMALL = 50_000;
const LARGE = 5_000_000;
const CHATS = 2_000;
const LOAD = { connections: 64, perSecond: 100 };
const SECONDS = 20;
/** The machine is now quiet, now busy with other things: both are measured by turns, and the quietest round counts. */
const ROUNDS = 5;

/** The same load on few records (the baseline) and on a hundred times as many: cost and time of an answer. */
export async function benchGrowth(
  print: (line: string) => void = console.log,
  large = LARGE,
): Promise<void> {
  await using parts = new AsyncDisposableStack();
  const measureSmall = await settled(SMALL, parts);
  const measureLarge = await settled(large, parts);
  const small: Measured[] = [];
  const big: Measured[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    small.push(await measureSmall());
    big.push(await measureLarge());
  }
  const times = (of: (measured: Measured) => number) => least(big, of) / least(small, of);
  const cpu = times((each) => each.cpu).toFixed(2);
  const p99 = times((each) => percentile(each.outcome, 0.99)).toFixed(2);
  print(`growth: ${told(SMALL, small)} (baseline)`);
  print(
    `growth: ${told(large, big)}: CPU ${cpu} times (goal: 1.15), p99 ${p99} times (goal: 1.25)`,
  );
}

interface Measured {
  /** Microseconds an answer. */
  cpu: number;
  outcome: Outcome;
}

/** A town whose database is at rest and whose worker is warm. */
async function settled(
  records: number,
  parts: AsyncDisposableStack,
): Promise<() => Promise<Measured>> {
  const town = await openTown(Math.round(records / (1 + CHARGES_A_PROPERTY)), CHARGES_A_PROPERTY);
  parts.defer(() => town.close());
  const worker = await town.startWorker();
  const chats = chatsFrom(1, CHATS);
  await moveIn(worker, chats);
  await bring([worker.url], questions(chats, CHATS), { connections: LOAD.connections });
  await town.settle();
  const updates = questions(chats, LOAD.perSecond * SECONDS);
  return async () => {
    const before = worker.cpu();
    const outcome = await bring([worker.url], updates, LOAD);
    return { cpu: (worker.cpu() - before) / updates.length, outcome };
  };
}

function least(rounds: readonly Measured[], of: (measured: Measured) => number): number {
  return Math.min(...rounds.map(of));
}

function told(records: number, rounds: readonly Measured[]): string {
  const at = (part: number) => least(rounds, ({ outcome }) => percentile(outcome, part)).toFixed(1);
  const cpu = least(rounds, (each) => each.cpu).toFixed(0);
  const refused = rounds.reduce((sum, { outcome }) => sum + outcome.refused, 0);
  const rate = `${LOAD.perSecond} questions a second`;
  return `${records.toLocaleString('en-US')} records, ${rate}: ${cpu} µs CPU, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${refused} refused`;
}

if (import.meta.main) await benchGrowth(console.log, Number(process.argv[2] ?? LARGE));
