import { bring, says } from './fleet/load.ts';
import { type Running, startScript } from './fleet/processes.ts';
import { chatsFrom, openTown } from './fleet/town.ts';

const DELAY_MS = 1_000;
/** Few enough that four workers wait for the model and not for the two cores they share. */
const AT_ONCE = 16;
/** Together below what a day allows the model. */
const UPDATES_A_WORKER = 160;
/** Words the classifier knows, of a wish it doesn't: the model is asked. In every order once, for it is asked the same only once. */
const WORDS = [
  '\u067e\u0646\u062c\u0631\u0647',
  '\u0686\u06cc\u0632',
  '\u0628\u0646\u0641\u0634',
  '\u0686\u0631\u0627',
  '\u06af\u06cc\u0631',
  '\u06a9\u0631\u062f\u0647',
  '\u0627\u06cc\u0646',
];

/** What four workers do in the time of one, where every turn waits a second for a slow dependency. */
export async function benchWorkers(print: (line: string) => void = console.log): Promise<void> {
  const town = await openTown(2_000, 1);
  const model = await startScript('slow-model.ts', [String(DELAY_MS)]);
  const asks = { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'x' };
  try {
    const fleet = [await town.startWorker(asks)];
    const alone = await rate(fleet, 1);
    print(`workers: one (baseline): ${alone.toFixed(1)} turns a second`);
    for (let i = 0; i < 3; i++) fleet.push(await town.startWorker(asks));
    const four = await rate(fleet, 1 + UPDATES_A_WORKER);
    print(
      `workers: four: ${four.toFixed(1)} turns a second, ${(four / alone).toFixed(2)} of one (goal: at least 3.6)`,
    );
    const asked = Number(await (await fetch(`${model.url}/asked`)).text());
    // Whatever the classifier answers by itself waits for nothing, and the figures above would mean nothing.
    if (asked < 0.95 * 5 * UPDATES_A_WORKER) throw new Error(`the model was asked ${asked} times`);
  } finally {
    await model.stop();
    await town.close();
  }
}

async function rate(workers: Running[], firstChat: number): Promise<number> {
  const chats = chatsFrom(firstChat, UPDATES_A_WORKER * workers.length);
  const updates = chats.map((chat) => says(chat, riddle(chat)));
  const urls = workers.map(({ url }) => url);
  const outcome = await bring(urls, updates, { connections: AT_ONCE * workers.length });
  return updates.length / outcome.seconds;
}

/** Another one for each of 5,040 numbers in a row. */
function riddle(number: number): string {
  const left = [...WORDS];
  let rest = number;
  return WORDS.map(() => {
    const place = rest % left.length;
    rest = Math.floor(rest / left.length);
    return left.splice(place, 1)[0];
  }).join(' ');
}

if (import.meta.main) await benchWorkers();
