import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { UpstreamError } from '../../src/errors.ts';
import { httpSmsGateway } from '../../src/sms/http-gateway.ts';

const SMS = { to: '09120000001', text: 'کد شما 123456', key: 'k1' };

describe('an SMS goes to the gateway', () => {
  let server: Server | undefined;
  const seen: { headers: IncomingMessage['headers']; method?: string; body: string }[] = [];
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    seen.length = 0;
  });

  async function gateway(status: number, headers: Record<string, string> = {}): Promise<string> {
    server = createServer(async (request, response) => {
      const { method, headers: sent } = request;
      seen.push({ headers: sent, ...(method && { method }), body: await text(request) });
      response.writeHead(status, headers).end('whatever it says');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  }
  const never = new AbortController().signal;

  it('as JSON with a bearer token and a key that stays the same', async () => {
    const send = httpSmsGateway({ url: await gateway(202), token: 'secret' });
    expect(await send(SMS, never)).toBe('accepted');
    expect(await send(SMS, never)).toBe('accepted');
    expect(seen).toHaveLength(2);
    expect(JSON.parse(seen[0]!.body)).toEqual({ to: SMS.to, text: SMS.text });
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
    });
    expect(seen.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1']);
  });

  it.each([500, 503, 429, 408, 425])('%d asks for another attempt', async (status) => {
    const send = httpSmsGateway({ url: await gateway(status) });
    await expect(send(SMS, never)).rejects.toThrow(UpstreamError);
  });

  it.each([400, 401, 403, 404, 422])('%d ends it', async (status) => {
    const send = httpSmsGateway({ url: await gateway(status) });
    expect(await send(SMS, never)).toBe('refused');
  });

  it('and nowhere else: a redirection is not followed', async () => {
    const send = httpSmsGateway({
      url: await gateway(307, { location: 'http://127.0.0.1:1/elsewhere' }),
    });
    expect(await send(SMS, never)).toBe('refused');
    expect(seen).toHaveLength(1);
  });

  it('whose failure names neither the mobile nor the words nor the token', async () => {
    const send = httpSmsGateway({ url: 'http://127.0.0.1:1/send', token: 'secret' });
    const error = await send(SMS, never).catch((failure: Error) => failure);
    expect(error).toBeInstanceOf(UpstreamError);
    const said = `${(error as Error).stack} ${JSON.stringify(error)} ${String((error as Error).cause)}`;
    expect(said).not.toMatch(/0912|123456|secret/);
  });

  it('that does not answer is given up', async () => {
    server = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const impatient = AbortSignal.timeout(200);
    await expect(httpSmsGateway({ url })(SMS, impatient)).rejects.toThrow(UpstreamError);
  });
});
