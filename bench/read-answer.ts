import { bring } from './fleet/load.ts';
import { type Running, startScript } from './fleet/processes.ts';
import { chatsFrom, moveIn, openTown, questions } from './fleet/town.ts';

/** Until the compiler has seen to what is hot: a worker runs for weeks. */
const WARMING_ROUNDS = 6;
const ROUNDS = 6;
const UPDATES = 2_000;
const LOAD = { connections: 32 };

/**
 * Processor time of one answer read from the records (understood, authorised, looked up, committed, sent),
 * beside a bare grammY bot that echoes the same updates, in the same run.
 */
export async function benchReadAnswer(print: (line: string) => void = console.log): Promise<void> {
  const town = await openTown(20_000, 2);
  const echoes: Record<string, Running> = {};
  try {
    const worker = await town.startWorker();
    const chats = chatsFrom(1, 500);
    await moveIn(worker, chats);
    for (const way of ['reply', 'call'])
      echoes[way] = await startScript('echo.ts', [town.botApi.url, way]);
    const all: Record<string, Running> = { ...echoes, pasokh: worker };
    const best: Record<string, number> = {};
    for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round++) {
      for (const [name, running] of Object.entries(all)) {
        const cost = await cpuPerUpdate(running, questions(chats, UPDATES));
        // The quietest counts.
        if (round >= WARMING_ROUNDS)
          best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, cost);
      }
    }
    const { reply = 0, call = 0, pasokh = 0 } = best;
    print(`read-answer: bare grammY echo (baseline): ${call.toFixed(0)} µs CPU`);
    print(`read-answer: the same in the webhook's response: ${reply.toFixed(0)} µs CPU`);
    print(
      `read-answer: Pasokh: ${pasokh.toFixed(0)} µs CPU an answer, rate ${(call / pasokh).toFixed(2)} of the ` +
        `baseline (goal: at least 0.45), ${(reply / pasokh).toFixed(2)} of the echo in the webhook's response`,
    );
  } finally {
    for (const echo of Object.values(echoes)) await echo.stop();
    await town.close();
  }
}

async function cpuPerUpdate(running: Running, updates: object[]): Promise<number> {
  const before = running.cpu();
  await bring([running.url], updates, LOAD);
  return (running.cpu() - before) / updates.length;
}

if (import.meta.main) await benchReadAnswer();
