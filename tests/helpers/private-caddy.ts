import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from './programs.ts';

const CADDYFILE = join(import.meta.dirname, '../../deploy/Caddyfile');

/**
 * The proxy of the fleet, with the file it is delivered with.
 *
 * @param url where it listens; with http:// it needs no certificate
 * @param workers the settings by which the file finds them
 */
export async function startCaddy(
  url: string,
  workers: Record<string, string>,
): Promise<{ log(): string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-test-caddy-'));
  const caddy = spawn(
    programPath('caddy'),
    ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'],
    {
      env: { HOME: folder, SITE_ADDRESS: url, ...workers },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const ended = once(caddy, 'exit');
  let log = '';
  const serving = Promise.withResolvers<void>();
  caddy.stderr.setEncoding('utf8').on('data', (lines) => {
    log += lines;
    if (log.includes('serving initial configuration')) serving.resolve();
  });
  ended.then(() => serving.reject(new Error(`Caddy ended: ${log}`)));
  await serving.promise;
  return {
    log: () => log,
    async stop() {
      caddy.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
