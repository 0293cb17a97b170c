import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newKeys } from '../../src/keys.ts';
import { type Running, run } from '../commands/run-command.ts';
import { type BotApiServer, startBotApi } from '../helpers/bot-api-server.ts';
import { openPostgres, type PostgresCopy } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';
import { freePort } from '../helpers/free-port.ts';
import { startCaddy } from '../helpers/private-caddy.ts';
import { testRedisUrl } from '../helpers/redis.ts';

const SECRET = 'a-secret-of-the-tests';

let folder: string;
let api: BotApiServer;
let database: PostgresCopy<object>;
let workers: Running[];
let addresses: string[];
let url: string;
let proxy: Awaited<ReturnType<typeof startCaddy>>;
let lastCitizen = 8_000;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pasokh-proxy-'));
  api = await startBotApi();
  database = await openPostgres();
  const ports = [await freePort(), await freePort()];
  addresses = ports.map((port) => `http://127.0.0.1:${port}`);
  url = `http://127.0.0.1:${await freePort()}`;
  const { piiKey, signingKey } = newKeys();
  const settings = {
    ...{ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, LOG_LEVEL: 'error' },
    ...{ DATABASE_URL: database.url, REDIS_URL: testRedisUrl(), DATA_DIR: folder },
    ...{ WEBHOOK_URL: url, WEBHOOK_SECRET: SECRET },
    ...{ PII_KEY: piiKey, SIGNING_KEY: signingKey },
  };
  workers = ports.map((port) => run('src/main.ts', { ...settings, PORT: `${port}` }));
  await Promise.all(workers.map((worker) => worker.prints(/answers on Telegram/)));
  // After them: it asks them at once, and then every two seconds.
  proxy = await startCaddy(url, { WORKERS: `to ${addresses.join(' ')}` });
});
afterEach(() => {
  api.fault = null;
});
afterAll(async () => {
  for (const worker of workers) worker.process.kill('SIGKILL');
  await Promise.all(workers.map((worker) => worker.exit));
  await proxy.stop();
  await api.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So many citizens write. */
function citizensWrite(count: number): number[] {
  const citizens = Array.from({ length: count }, () => ++lastCitizen);
  for (const citizen of citizens) api.says(citizen, '/start');
  return citizens;
}

async function allAreAnswered(citizens: number[]): Promise<void> {
  for (const id of citizens) await eventually(() => expect(api.textsTo(id)).not.toEqual([]));
  await eventually(() => expect(api.unconfirmed()).toEqual([]));
}

async function statusOf(address: string, init?: RequestInit): Promise<number> {
  const response = await fetch(address, init);
  await response.arrayBuffer();
  return response.status;
}

/** Sends an update that asks for nothing, of so many bytes and a few; resolves with the status. */
function post(bytes: number): Promise<number> {
  return statusOf(`${url}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify({ update_id: 1, filling: 'x'.repeat(bytes) }),
  });
}

/** A request that fails on its way to a worker; resolves with the first line of the answer. */
async function sendBroken(): Promise<string | undefined> {
  const { hostname, port, host } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /telegram HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `X-Telegram-Bot-Api-Secret-Token: ${SECRET}\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n`,
  );
  return (await text(socket)).split('\r\n')[0];
}

test('each of many messages through the proxy is answered once, at the first try', async () => {
  const citizens = citizensWrite(20);
  await allAreAnswered(citizens);
  expect(citizens.flatMap((id) => api.textsTo(id))).toHaveLength(citizens.length);
  expect(api.tries.map(({ status }) => status)).toEqual(citizens.map(() => 200));
});

test('requests that fail, which anybody can send, close the bot to nobody', async () => {
  const before = api.tries.length;
  const answers = await Promise.all(Array.from({ length: 8 }, sendBroken));
  expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 502 Bad Gateway']));
  const citizens = citizensWrite(20);
  await allAreAnswered(citizens);
  expect(api.tries.slice(before).map(({ status }) => status)).toEqual(citizens.map(() => 200));
});

test('a body of more than a megabyte is refused', async () => {
  expect(await post(900_000)).toBe(200);
  // 502 when the worker has hung up before the proxy does.
  expect([413, 502]).toContain(await post(1_100_000));
});

test('metrics and health are not reached through the proxy', async () => {
  for (const path of ['/metrics', '/healthz', '/readyz']) {
    expect(await statusOf(addresses[1] + path)).toBe(200);
    expect(await statusOf(url + path)).toBe(404);
  }
});

test('without the secret nothing is taken through the proxy', async () => {
  expect(await statusOf(`${url}/telegram`, { method: 'POST' })).toBe(401);
});

test('the log of the proxy names what failed, and not the secret', async () => {
  await sendBroken();
  await eventually(() => expect(proxy.log()).toContain('"status":502'));
  expect(proxy.log()).not.toContain(SECRET);
});

test('the proxy finds workers by a name as well as in a list', async () => {
  const other = `http://127.0.0.1:${await freePort()}`;
  const { hostname, port } = new URL(addresses[1]!);
  const byName = await startCaddy(other, { WORKER_NAME: hostname, WORKER_PORT: port });
  const status = await statusOf(`${other}/telegram`, { method: 'POST' });
  await byName.stop();
  expect(status).toBe(401);
});

test('of many messages one worker is killed over, all are answered, and none twice but those on their way', async () => {
  const released = Promise.withResolvers<undefined>();
  const onTheirWay: unknown[] = [];
  api.fault = ({ method, payload }) => {
    if (method !== 'sendMessage') return undefined;
    onTheirWay.push(payload);
    return released.promise;
  };
  const citizens = citizensWrite(60);
  await eventually(() => expect(onTheirWay.length).toBeGreaterThan(0));
  workers[0]!.process.kill('SIGKILL');
  await workers[0]!.exit;
  const held = onTheirWay.length;
  api.fault = null;
  released.resolve(undefined);
  await allAreAnswered(citizens);
  const twice = citizens.flatMap((id) => api.textsTo(id)).length - citizens.length;
  expect(twice).toBeLessThanOrEqual(held);
});

test('a dead worker is passed over', async () => {
  workers[0]!.process.kill('SIGKILL');
  await workers[0]!.exit;
  await eventually(async () => {
    for (let request = 0; request < 10; request++) expect(await post(1)).toBe(200);
  });
});
