import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';
import { leftovers } from './leftovers.ts';
import { programPath } from './programs.ts';

export interface Service {
  url: string;
  stop(): Promise<void>;
}

const PREFIX = 'pasokh-test-postgres-';

/** `TEST_DATABASE_URL`, or a throw-away cluster of the installed PostgreSQL that lives as long as the run. */
export async function startPostgres(): Promise<Service> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };

  const bin = dirname(programPath('postgres'));
  for (const folder of leftovers(PREFIX)) stopCluster(bin, folder);
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  if (isRoot()) execFileSync('chown', ['postgres:', folder]);
  const data = join(folder, 'data');
  run(join(bin, 'initdb'), [
    '-D',
    data,
    '--no-sync',
    '-A',
    'trust',
    '-U',
    'postgres',
    '-E',
    'UTF8',
  ]);
  const port = await freePort();
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=off -c max_connections=200`;
  run(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start']);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => stopCluster(bin, folder),
  };
}

function stopCluster(bin: string, folder: string): void {
  try {
    run(join(bin, 'pg_ctl'), ['-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop']);
  } catch {
    // It had already ended, with its machine perhaps.
  }
  rmSync(folder, { recursive: true, force: true });
}

/** PostgreSQL refuses to run as root. */
function run(program: string, args: string[]): void {
  const [command, ...rest] = isRoot()
    ? ['runuser', '-u', 'postgres', '--', program, ...args]
    : [program, ...args];
  execFileSync(command!, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
