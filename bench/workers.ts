import { bring, says } from './fleet/load.ts';
import { type Running, startScript } from './fleet/processes.ts';
import { chatsFrom, openTown } from './fleet/town.ts';

const DELAY_MS = 1_000;
/** Together below what a day allows the model. */
const UPDATES_A_WORKER = 320;
/** Nothing the classifier knows: the model is asked. */
const RIDDLE =
  '\u0642\u0636\u06cc\u0647 \u0627\u0648\u0646 \u0686\u06cc\u0632\u0647 \u0686\u06cc \u0634\u062f';

/** What four workers do in the time of one, where every turn waits a second for a slow dependency. */
export async function benchWorkers(print: (line: string) => void = console.log): Promise<void> {
  const town = await openTown(2_000, 1);
  const model = await startScript('slow-model.ts', [String(DELAY_MS)]);
  const asks = { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'x' };
  try {
    const fleet = [await town.startWorker(asks)];
    const alone = await rate(fleet, 100_000);
    print(`workers: one (baseline): ${alone.toFixed(1)} turns a second`);
    for (let i = 0; i < 3; i++) fleet.push(await town.startWorker(asks));
    const four = await rate(fleet, 200_000);
    print(
      `workers: four: ${four.toFixed(1)} turns a second, ${(four / alone).toFixed(2)} of one (goal: at least 3.6)`,
    );
  } finally {
    await model.stop();
    await town.close();
  }
}

async function rate(workers: Running[], firstChat: number): Promise<number> {
  const chats = chatsFrom(firstChat, UPDATES_A_WORKER * workers.length);
  const updates = chats.map((chat) => says(chat, RIDDLE));
  const urls = workers.map(({ url }) => url);
  const outcome = await bring(urls, updates, { connections: 40 * workers.length });
  return updates.length / outcome.seconds;
}

if (import.meta.main) await benchWorkers();
