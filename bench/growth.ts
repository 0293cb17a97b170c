import { bring, type Outcome, percentile } from './fleet/load.ts';
import { chatsFrom, moveIn, openTown, questions } from './fleet/town.ts';

const CHARGES_A_PROPERTY = 5;
const SMALL = 50_000;
const LARGE = 5_000_000;
const CHATS = 2_000;
const LOAD = { connections: 64, perSecond: 100 };
const SECONDS = 20;

/** The same load on few records (the baseline) and on a hundred times as many: cost and time of an answer. */
export async function benchGrowth(
  print: (line: string) => void = console.log,
  large = LARGE,
): Promise<void> {
  const small = await measure(SMALL);
  print(`growth: ${told(SMALL, small)} (baseline)`);
  const big = await measure(large);
  const cpu = (big.cpu / small.cpu).toFixed(2);
  const p99 = (percentile(big.outcome, 0.99) / percentile(small.outcome, 0.99)).toFixed(2);
  print(
    `growth: ${told(large, big)}: CPU ${cpu} times (goal: 1.15), p99 ${p99} times (goal: 1.25)`,
  );
}

interface Measured {
  /** Microseconds an answer. */
  cpu: number;
  outcome: Outcome;
}

async function measure(records: number): Promise<Measured> {
  const town = await openTown(Math.round(records / (1 + CHARGES_A_PROPERTY)), CHARGES_A_PROPERTY);
  try {
    const worker = await town.startWorker();
    const chats = chatsFrom(1, CHATS);
    await moveIn(worker, chats);
    await bring([worker.url], questions(chats, CHATS), { connections: LOAD.connections });
    const updates = questions(chats, LOAD.perSecond * SECONDS);
    const before = worker.cpu();
    const outcome = await bring([worker.url], updates, LOAD);
    return { cpu: (worker.cpu() - before) / updates.length, outcome };
  } finally {
    await town.close();
  }
}

function told(records: number, { cpu, outcome }: Measured): string {
  const [p50, p99] = [0.5, 0.99].map((part) => percentile(outcome, part).toFixed(0));
  const rate = `${LOAD.perSecond} questions a second`;
  return `${records.toLocaleString('en-US')} records, ${rate}: ${cpu.toFixed(0)} µs CPU, p50 ${p50} ms, p99 ${p99} ms, ${outcome.refused} refused`;
}

if (import.meta.main) await benchGrowth(console.log, Number(process.argv[2] ?? LARGE));
