import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { leftovers } from './leftovers.ts';
import type { Service } from './private-postgres.ts';
import { programPath } from './programs.ts';

const PREFIX = 'pasokh-test-redis-';
const PID_FILE = 'redis.pid';

/** `TEST_REDIS_URL`, or a throw-away server of the installed Redis that lives as long as the run. */
export async function startRedis(): Promise<Service> {
  const given = process.env.TEST_REDIS_URL;
  if (given) return { url: given, stop: async () => {} };
  return startRedisServer();
}

/** A throw-away server with these settings more. */
export async function startRedisServer(more: string[] = []): Promise<Service> {
  for (const folder of leftovers(PREFIX)) endLeftover(folder);
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const port = await freePort();
  const server = spawn(
    programPath('redis-server'),
    [
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
      '--dir',
      folder,
      '--pidfile',
      join(folder, PID_FILE),
      '--save',
      '',
      '--appendonly',
      'no',
      ...more,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  await listening(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A killed run leaves its server behind; the pid is trusted only while that process still works in the folder. */
function endLeftover(folder: string): void {
  try {
    const pid = readFileSync(join(folder, PID_FILE), 'utf8').trim();
    if (readlinkSync(`/proc/${pid}/cwd`) === folder) process.kill(Number(pid), 'SIGKILL');
  } catch {
    // It had already ended.
  }
  rmSync(folder, { recursive: true, force: true });
}

async function listening(port: number): Promise<void> {
  const until = performance.now() + 10_000;
  while (!(await accepts(port))) {
    if (performance.now() > until) throw new Error(`redis-server did not listen on port ${port}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
