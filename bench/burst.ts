import { bring, percentile } from './fleet/load.ts';
import { startScript } from './fleet/processes.ts';
import { chatsFrom, moveIn, openTown, questions } from './fleet/town.ts';

const CHATS = 10_000;
const LOAD = { connections: 100 };

/** Ten thousand citizens ask at once over a hundred connections, beside a bare grammY echo under the same burst. */
export async function benchBurst(
  print: (line: string) => void = console.log,
  count = CHATS,
): Promise<void> {
  const town = await openTown(Math.max(count, 2_000), 2);
  const echo = await startScript('echo.ts', [town.botApi.url, 'call']);
  try {
    const worker = await town.startWorker();
    const chats = chatsFrom(1, count);
    await moveIn(worker, chats);
    for (const [name, url] of [
      ['grammY echo (baseline)', echo.url],
      ['Pasokh', worker.url],
    ] as const) {
      const outcome = await bring([url], questions(chats, count), LOAD);
      print(
        `burst: ${name}: ${count} chats in ${outcome.seconds.toFixed(1)} s, ` +
          `p99 ${percentile(outcome, 0.99).toFixed(0)} ms, worst ${percentile(outcome, 1).toFixed(0)} ms, ` +
          `${outcome.refused} refused`,
      );
    }
  } finally {
    await echo.stop();
    await town.close();
  }
}

if (import.meta.main) await benchBurst(console.log, Number(process.argv[2] ?? CHATS));
