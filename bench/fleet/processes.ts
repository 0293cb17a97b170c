import { type ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../../src/main.ts');
/** The kernel counts processor time in hundredths of a second. */
const TICKS_A_SECOND = 100;

export const SECRET = 'a-secret-of-the-bench';

export interface Running {
  url: string;
  /** Microseconds of processor time so far, its own and the kernel's for it. */
  cpu(): number;
  stop(): Promise<void>;
}

/** A script that tells its port when it is ready. */
export async function startScript(name: string, args: string[] = []): Promise<Running> {
  const child = fork(join(import.meta.dirname, name), args);
  const [port] = (await once(child, 'message')) as [number];
  return running(child, `http://127.0.0.1:${port}`);
}

const KEYS = {
  PII_KEY: randomBytes(32).toString('hex'),
  SIGNING_KEY: generateKeyPairSync('ed25519')
    .privateKey.export({ format: 'der', type: 'pkcs8' })
    .toString('base64'),
};

/** Settings of every process of one bench: the same keys, so that all read the same records. */
export function settings(more: Record<string, string>): Record<string, string> {
  return {
    ...KEYS,
    BOT_TOKEN: '7:bench',
    WEBHOOK_SECRET: SECRET,
    PORT: '0',
    LOG_LEVEL: 'error',
    ...more,
  };
}

/** The product itself, ready. */
export async function startWorker(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...settings(env) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127[\d.:]+/.exec(line)?.[0];
    if (url) return running(child, url);
  }
  throw new Error('the worker ended before it was ready');
}

/** Runs one of the product's commands to its end. */
export async function command(name: string, args: string[], env: Record<string, string>) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, `../../src/commands/${name}.ts`), ...args],
    { env: { PATH: process.env.PATH, ...settings(env) }, stdio: 'ignore' },
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
}

function running(child: ChildProcess, url: string): Running {
  return {
    url,
    cpu: () => cpuOf(child.pid!),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function cpuOf(pid: number): number {
  // The name, in brackets, may hold spaces; user and system time are the 12th and 13th behind it.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1e6;
}
