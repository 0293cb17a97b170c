import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFetchVoice } from '../../src/bot/fetch-voice.ts';

const TOKEN = '12345:secret-of-the-bot';
const patient = { mostBytes: 100, signal: AbortSignal.timeout(20_000) };

let server: Server;
let address: string;
let asked: string[];
let path: string;
let size: number | undefined;
let answer: (response: ServerResponse) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (!request.url?.endsWith('/getFile')) return answer(response);
    const result = { file_id: 'f', file_unique_id: 'u', file_path: path, file_size: size };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  path = 'voice/file_0.oga';
  size = undefined;
  answer = (response) => response.end('OggS');
});

const fetchVoice = (limits: Partial<typeof patient> = {}) =>
  createFetchVoice(TOKEN, address)('f', { ...patient, ...limits });

it('fetches the file from where the messenger says it is', async () => {
  expect(Buffer.from((await fetchVoice()) ?? []).toString()).toBe('OggS');
  expect(asked).toEqual([`/bot${TOKEN}/getFile`, `/file/bot${TOKEN}/voice/file_0.oga`]);
});

it('does not begin to fetch what is said to be too big', async () => {
  size = 101;
  expect(await fetchVoice()).toBeNull();
  expect(asked).toHaveLength(1);
});

it('stops in the middle of what turns out to be too big', async () => {
  answer = (response) => {
    const more = () => response.write('x'.repeat(60), () => setImmediate(more));
    more();
  };
  expect(await fetchVoice()).toBeNull();
});

it.each([
  '/etc/passwd',
  '../../bot1:x/getMe',
  'voice/../x',
  'http://other/x',
  '//other/x',
  'a?b',
  '',
])('asks nobody for a path that leads elsewhere: %j', async (elsewhere) => {
  path = elsewhere;
  await expect(fetchVoice()).rejects.toThrow('names no path');
  expect(asked).toHaveLength(1);
});

it('follows nobody elsewhere, for the address carries the token', async () => {
  answer = (response) => {
    response.writeHead(302, { location: `${address}/elsewhere` });
    response.end();
  };
  await expect(fetchVoice()).rejects.toThrow();
  expect(asked).not.toContain('/elsewhere');
});

it.each([
  ['is not there', (response: ServerResponse) => response.writeHead(404).end()],
  ['breaks off', (response: ServerResponse) => response.destroy()],
])('tells no token when the file %s', async (_, mood) => {
  answer = mood;
  const failure = await fetchVoice().catch((error) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(`${failure.message} ${failure.stack} ${failure.cause}`).not.toContain('secret');
});

it('gives up when the signal says so', async () => {
  answer = () => {};
  await expect(fetchVoice({ signal: AbortSignal.timeout(100) })).rejects.toThrow();
});
