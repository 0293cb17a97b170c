import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Api, type RawApi } from 'grammy';
import { pino } from 'pino';
import { createTelegram } from '../src/bot/telegram.ts';

const TOKEN = '1:bench';
const CALLS = 3_000;
const AT_ONCE = 8;
/** The quietest round counts: others may use the machine too. */
const ROUNDS = 7;
const TEXT = 'سلام. برای این ملک ۲٬۸۹۷٬۸۰۰ تومان عوارض نوسازی مانده است. '.repeat(4);

/** CPU time of one sendMessage, beside grammY's own client in the same process against the same server. */
export async function benchSend(print: (line: string) => void = console.log): Promise<void> {
  const server = fork(join(import.meta.dirname, 'send/server.ts'));
  try {
    const [port] = (await once(server, 'message')) as [number];
    const apiRoot = `http://127.0.0.1:${port}`;
    const clients = {
      baseline: new Api(TOKEN, { apiRoot }).raw,
      ours: createTelegram(TOKEN, apiRoot, pino({ level: 'silent' })).calls,
    };
    const best = { baseline: Number.POSITIVE_INFINITY, ours: Number.POSITIVE_INFINITY };
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of ['baseline', 'ours'] as const) {
        best[name] = Math.min(best[name], await cpuPerCall(clients[name]));
      }
    }
    print(`send: grammY's client (baseline): ${Math.round(best.baseline)} µs CPU a message`);
    const ratio = (best.ours / best.baseline).toFixed(2);
    print(
      `send: keep-alive transport: ${Math.round(best.ours)} µs, ${ratio} of the baseline (goal: at most 0.50)`,
    );
  } finally {
    server.disconnect();
  }
}

async function cpuPerCall(calls: RawApi): Promise<number> {
  let left = CALLS;
  const send = async () => {
    while (left-- > 0) await calls.sendMessage({ chat_id: 1, text: TEXT, parse_mode: 'HTML' });
  };
  const before = process.cpuUsage();
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}

if (import.meta.main) await benchSend();
