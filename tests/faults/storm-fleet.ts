import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BotApiServer } from '../helpers/bot-api-server.ts';
import { freePort } from '../helpers/free-port.ts';
import { startRoundRobin } from '../helpers/round-robin.ts';

const ROOT = join(import.meta.dirname, '../..');
const DEMO_CITY = join(ROOT, 'city/demo');

export type IntakeKind = 'polling' | 'webhook';

/** Real processes of the bot on one PostgreSQL, to be killed. */
export interface StormFleet {
  /** Ends one of them this way, and another is started in its place. */
  endOne(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** All end in good order; resolves with their exit codes. */
  stop(): Promise<(number | null)[]>;
}

interface FleetSettings {
  intake: IntakeKind;
  databaseUrl: string;
  redisUrl?: string;
  onLog?: (lines: string) => void;
}

/** @param inspectors more than the demo city has, so that there is a place for everyone */
export async function startFleet(
  api: BotApiServer,
  { intake, onLog, ...where }: FleetSettings,
  inspectors: number,
): Promise<StormFleet> {
  const folder = mkdtempSync(join(tmpdir(), 'pasokh-storm-'));
  const balancer = intake === 'webhook' ? await startRoundRobin() : null;
  const environment = {
    PATH: process.env.PATH ?? '',
    BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.root,
    DATABASE_URL: where.databaseUrl,
    ...(where.redisUrl && { REDIS_URL: where.redisUrl }),
    ...(balancer && { WEBHOOK_URL: balancer.url }),
    PII_KEY: createHash('sha256').update('storm').digest('hex'),
    SIGNING_KEY: generateKeyPairSync('ed25519')
      .privateKey.export({ format: 'der', type: 'pkcs8' })
      .toString('base64'),
    DATA_DIR: join(folder, 'data'),
    // A third of every start is reading the program: the import, which comes first, reads all of it for those who follow.
    NODE_COMPILE_CACHE: join(folder, 'program'),
    LOG_LEVEL: 'error',
  };
  await importCity(join(folder, 'city'), environment, inspectors);

  const start = async (port: number) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/main.ts')], {
      cwd: ROOT,
      env: { ...environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
    child.stdout!.setEncoding('utf8').on('data', (lines) => onLog?.(lines));
    return child;
  };
  // Only one process may poll.
  const ports = intake === 'webhook' ? [await freePort(), await freePort()] : [await freePort()];
  const children: ChildProcess[] = await Promise.all(ports.map(start));
  balancer?.use(ports.map((port) => `http://127.0.0.1:${port}`));
  let turn = 0;
  return {
    async endOne(signal) {
      const place = turn++ % children.length;
      const child = children[place]!;
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      children[place] = await start(ports[place]!);
    },
    async stop() {
      const codes = await Promise.all(
        children.map(async (child) => {
          child.kill('SIGTERM');
          if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
          return child.exitCode;
        }),
      );
      await balancer?.close();
      rmSync(folder, { recursive: true, force: true });
      return codes;
    },
  };
}

async function importCity(
  folder: string,
  environment: Record<string, string>,
  inspectors: number,
): Promise<void> {
  const tables = readdirSync(DEMO_CITY).filter((name) => name.endsWith('.csv'));
  for (const name of tables) cpSync(join(DEMO_CITY, name), join(folder, name));
  const staff = join(folder, 'staff.csv');
  const more = Array.from(
    { length: inspectors },
    (_, n) => `0913${String(n).padStart(7, '0')},بازرس,inspector,,,12`,
  );
  writeFileSync(staff, `${readFileSync(staff, 'utf8').trimEnd()}\n${more.join('\n')}\n`);
  const whole = ['--import', join(ROOT, 'src/app.ts')];
  const command = spawn(
    process.execPath,
    [...whole, join(ROOT, 'src/commands/import.ts'), folder],
    {
      cwd: ROOT,
      env: environment,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [code] = await once(command, 'exit');
  if (code !== 0) throw new Error('the city could not be imported');
}
