import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian's name of the package each program comes in. */
const PACKAGES = {
  postgres: 'postgresql',
  'redis-server': 'redis-server',
  chromium: 'chromium',
  caddy: 'caddy',
};
export type Program = keyof typeof PACKAGES;

/**
 * The path of a program the tests run for real. Where it is missing it is installed (as root, on Debian);
 * elsewhere the error says what to install.
 */
export function programPath(program: Program): string {
  const found = find(program);
  if (found) return found;
  install();
  const installed = find(program);
  if (installed) return installed;
  throw new Error(`The tests need ${program}: install the package "${PACKAGES[program]}"`);
}

function find(program: Program): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (program === 'postgres') folders.unshift(...globSync('/usr/lib/postgresql/*/bin').reverse());
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** All of them at once, so that one look at the package lists serves for all. */
function install(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const run = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  const missing = (Object.keys(PACKAGES) as Program[]).filter((program) => !find(program));
  run('update', '-q');
  run('install', '-qy', '--no-install-recommends', ...missing.map((program) => PACKAGES[program]));
}
