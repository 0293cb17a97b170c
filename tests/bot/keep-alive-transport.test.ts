import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Api, GrammyError, HttpError, InputFile, type RawApi } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { keepAliveTransport } from '../../src/bot/keep-alive-transport.ts';

const TOKEN = '4711:canary-token-canary-token-canary';

/** A certificate that nobody vouches for; it is used nowhere else. */
const CERT = `-----BEGIN CERTIFICATE-----
MIIBfjCCASWgAwIBAgIUWOyYwEFcAw6ZTlrvbTH+Pb2MF9wwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTIyNDAzNVoYDzIxMjYxMDI4
MjI0MDM1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASmFC4vvrSPeaZCEwaYIbwhuqlmMd98T9o17gg6mRuIRl3+Oj5wL5/j
yNKioa4sJMj3IOtTjLlxhHj+FqQk5g07o1MwUTAdBgNVHQ4EFgQUP3JOfXWaSlNV
kaZU/3+iJxV6NB8wHwYDVR0jBBgwFoAUP3JOfXWaSlNVkaZU/3+iJxV6NB8wDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiAxHZUkvX57qPDe2jMcU+j7
6prqf8aRsLPMhUbtsLyMbgIgfr3yuHcfj1qRtWl7VAHf2sDMtVzmXMXZhtzoL8pM
jUs=
-----END CERTIFICATE-----`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgrowrQh0Lfpk+H2+D
M/4tDX1gl3miBMYcrrkzPM6Jq3GhRANCAASmFC4vvrSPeaZCEwaYIbwhuqlmMd98
T9o17gg6mRuIRl3+Oj5wL5/jyNKioa4sJMj3IOtTjLlxhHj+FqQk5g07
-----END PRIVATE KEY-----`;

let server: Server;

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function serving(listener: RequestListener, isSecure = false): Promise<string> {
  server = isSecure
    ? createSecureServer({ cert: CERT, key: KEY }, listener)
    : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}/some/path`;
}

function client(apiRoot: string, timeoutSeconds = 20): RawApi {
  const { config, raw } = new Api(TOKEN, { apiRoot, timeoutSeconds });
  config.use(keepAliveTransport({ token: TOKEN, apiRoot, timeoutSeconds }));
  return raw;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

const OK = JSON.stringify({ ok: true, result: { message_id: 1 } });

/** What a call fails with. */
async function failure(call: Promise<unknown>): Promise<HttpError> {
  const error = await call.then(
    () => null,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(HttpError);
  return error;
}

test('calls go to the path of the server, as JSON', async () => {
  const seen: { url: string | undefined; type: string | undefined; body: string }[] = [];
  const root = await serving(async (request, response) => {
    const { url, headers } = request;
    const type = headers['content-type'];
    seen.push({ url, type, body: await bodyOf(request) });
    response.end(OK);
  });
  const calls = client(root);
  for (const text of ['سلام', '<b>two</b>']) await calls.sendMessage({ chat_id: 7, text });
  await calls.getMe();
  expect(seen.map(({ url }) => url)).toEqual(
    ['sendMessage', 'sendMessage', 'getMe'].map((method) => `/some/path/bot${TOKEN}/${method}`),
  );
  expect(JSON.parse(seen[0]!.body)).toEqual({ chat_id: 7, text: 'سلام' });
  expect(seen[0]!.type).toBe('application/json');
});

test('many calls one after another go over a connection or two that stay open', async () => {
  const ports = new Set<number | undefined>();
  const root = await serving((request, response) => {
    ports.add(request.socket.remotePort);
    response.end(OK);
  });
  const calls = client(root);
  for (let n = 0; n < 50; n++) await calls.getMe();
  // The one before may just be getting ready for the next call.
  expect(ports.size).toBeLessThanOrEqual(2);
});

test('a refusal of the server is an error with its code and its parameters', async () => {
  const root = await serving((_request, response) => {
    const parameters = { retry_after: 3 };
    response.writeHead(429);
    response.end(JSON.stringify({ ok: false, error_code: 429, description: 'Slow', parameters }));
  });
  const error = await client(root)
    .sendMessage({ chat_id: 7, text: 'x' })
    .catch((reason) => reason);
  expect(error).toBeInstanceOf(GrammyError);
  expect(error).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
});

test('a file is uploaded', async () => {
  const bodies: string[] = [];
  const root = await serving(async (request, response) => {
    expect(request.headers['content-type']).toMatch(/^multipart\/form-data/);
    bodies.push(await bodyOf(request));
    response.end(OK);
  });
  const photo = new InputFile(Buffer.from('the picture'), 'bill.png');
  await client(root).sendPhoto({ chat_id: 7, photo, caption: 'x' });
  expect(bodies[0]).toMatch(/filename=(")?bill\.png(.|\s)*the picture/);
});

test('a call that is called off ends at once, and the server sees it gone', async () => {
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const root = await serving((_request, response) => {
    response.on('close', resolve);
    isAsked();
  });
  const calling = new AbortController();
  const call = client(root).getUpdates({ timeout: 50 }, calling.signal as never);
  await asked;
  calling.abort();
  await failure(call);
  await gone;
  await failure(client(root).getMe(calling.signal as never));
});

test('a server that does not answer is given up after the time', async () => {
  const root = await serving(() => {});
  const { error } = await failure(client(root, 0.05).getMe());
  expect(String(error)).toContain('no answer within 0.05 seconds');
});

test('an answer that comes drop by drop counts against the same time', async () => {
  const root = await serving((_request, response) => {
    const timer = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(timer));
  });
  await failure(client(root, 0.2).getMe());
});

test.each([
  [
    'a page of a proxy',
    (response: { end(text: string): void }) => response.end('<html>502</html>'),
  ],
  ['a connection that breaks', (response: { destroy(): void }) => response.destroy()],
])('%s is a failure that may pass', async (_, answer) => {
  const root = await serving((_request, response) => answer(response));
  await failure(client(root).getMe());
});

test('a certificate that nobody vouches for is refused', async () => {
  const root = await serving((_request, response) => response.end(OK), true);
  const { error } = await failure(client(root).getMe());
  expect(String(error)).toMatch(/self.signed/);
});

test('no failure tells the token', async () => {
  const root = await serving((_request, response) => response.destroy());
  const error = await failure(client(root).sendMessage({ chat_id: 7, text: 'x' }));
  const closed = await failure(client('http://127.0.0.1:1').getMe());
  for (const one of [error, closed]) {
    const inner = one.error as Error;
    const all = [one.message, one.stack, inner.message, inner.stack, JSON.stringify(inner)].join();
    expect(all).not.toContain('canary');
  }
});
