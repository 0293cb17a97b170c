import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeEmbedded } from '../helpers/embedded-folder.ts';
import { type Running, run } from './run-command.ts';

const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

// Every test starts the program as a process of its own, on a machine that may be crowded.
describe('npm start', { timeout: 120_000 }, () => {
  let folder: string;
  const running: Running[] = [];
  const start = (environment: Record<string, string> = {}) => {
    const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', ...environment };
    const started = run('src/main.ts', settings);
    running.push(started);
    return started;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-start-'));
  });
  afterEach(async () => {
    for (const one of running.splice(0)) {
      one.process.kill('SIGKILL');
      await one.exit;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it('with no settings opens the playground, answers health checks, and ends with 0 within 5 s of SIGTERM', async () => {
    const started = start();
    const [address] = await started.prints(ADDRESS);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect(await (await fetch(address)).text()).toContain('dir="rtl"');
    const asked = Date.now();
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
    expect(Date.now() - asked).toBeLessThan(5_000);
  });

  it('ends with 0 at SIGTERM while it still waits for Telegram', async () => {
    placeEmbedded(folder, 'database');
    const nobody = { BOT_TOKEN: '1:token', TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
    const started = start({ ...nobody, LOG_LEVEL: 'warn' });
    await started.prints(/does not answer/);
    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  });

  it('refuses a DATA_DIR that another process uses, naming that process', async () => {
    placeEmbedded(folder, 'playground');
    const first = start();
    await first.prints(ADDRESS);
    const second = start();
    expect(await second.exit).toBe(2);
    expect(second.errors()).toContain(`process ${first.process.pid}`);
    expect(second.errors().trim().split('\n')).toHaveLength(1);
  });

  it('takes a DATA_DIR over from a process that was killed', async () => {
    placeEmbedded(folder, 'playground');
    const first = start();
    await first.prints(ADDRESS);
    first.process.kill('SIGKILL');
    await first.exit;
    const [address] = await start().prints(ADDRESS);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
  });

  it.each([
    ['DATABASE_URL', 'postgres://127.0.0.1/x', 'DATABASE_URL is set'],
    ['RECORDS_URL', 'https://records.example', 'RECORDS_URL is set'],
    ['WEBHOOK_URL', 'https://bot.example', 'WEBHOOK_URL is set'],
    ['HOST', '0.0.0.0', 'not a loopback address'],
  ])('does not open the playground beside %s', async (name, value, reason) => {
    const refused = start({ [name]: value });
    expect(await refused.exit).toBe(2);
    expect(refused.errors()).toContain(reason);
  });

  it('says which setting is wrong and what is allowed, with status 2', async () => {
    const refused = start({ PORT: 'eighty' });
    expect(await refused.exit).toBe(2);
    expect(refused.errors()).toBe('Settings: PORT must be a whole number from 0 to 65535\n');
  });

  it('says so when the port is taken', async () => {
    placeEmbedded(folder, 'playground');
    const [address] = await start().prints(ADDRESS);
    const other = mkdtempSync(join(tmpdir(), 'pasokh-start-'));
    placeEmbedded(other, 'playground');
    const refused = start({ DATA_DIR: other, PORT: new URL(address).port });
    expect(await refused.exit).toBe(2);
    expect(refused.errors()).toContain('choose another PORT');
    rmSync(other, { recursive: true, force: true });
  });
});
