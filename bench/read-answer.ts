import { bring } from './fleet/load.ts';
import { type Running, startScript } from './fleet/processes.ts';
import { chatsFrom, moveIn, openTown, questions } from './fleet/town.ts';

const ROUNDS = 5;
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
    for (let round = 0; round <= ROUNDS; round++) {
      for (const [name, running] of Object.entries(all)) {
        const cost = await cpuPerUpdate(running, questions(chats, UPDATES));
        // The first round warms up; of the others the quietest counts.
        if (round > 0) best[name] = Math.min(best[name] ?? Number.POSITIVE_INFINITY, cost);
      }
    }
    const { reply = 0, call = 0, pasokh = 0 } = best;
    print(
      `read-answer: grammY echo in the webhook's response (baseline): ${reply.toFixed(0)} µs CPU`,
    );
    print(`read-answer: grammY echo by a call: ${call.toFixed(0)} µs CPU`);
    print(
      `read-answer: Pasokh: ${pasokh.toFixed(0)} µs CPU an answer, rate ${(reply / pasokh).toFixed(2)} of the ` +
        `baseline (goal: at least 0.45), ${(call / pasokh).toFixed(2)} of the echo by a call`,
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
