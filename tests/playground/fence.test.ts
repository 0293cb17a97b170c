import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARYAM, type RunningPlayground, startPlayground } from './start-playground.ts';

describe('the fence around the playground', () => {
  let playground: RunningPlayground;

  beforeAll(async () => {
    playground = await startPlayground({ token: 'any thing/at all' });
  });

  afterAll(() => playground.stop());

  /** `fetch` would not let us lie about Host, Origin and the fetch site. */
  function statusOf(
    path: string,
    headers: Record<string, string>,
    method = 'GET',
  ): Promise<number> {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    request(`${playground.address}${path}`, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
    return promise;
  }

  const PATHS = [
    '/',
    '/playground/state',
    '/playground/assets/main.js',
    '/botany thing/at all/getMe'.replaceAll(' ', '%20'),
  ];

  it.each(PATHS)('%s answers this machine by any of its names', async (path) => {
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080']) {
      expect(await statusOf(path, { host })).toBe(200);
    }
  });

  it.each(PATHS)('%s refuses a name that was made to point here', async (path) => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example']) {
      expect(await statusOf(path, { host })).toBe(403);
    }
  });

  it('an act from the page of another site is refused', async () => {
    const path = `/playground/chats/${MARYAM}/acts`;
    const type = { 'content-type': 'application/json' };
    const own = { ...type, host: 'localhost:8080', origin: 'http://localhost:8080' };
    expect(await statusOf(path, own, 'POST')).toBe(400);
    for (const origin of ['https://evil.example', 'http://localhost:9999', 'null']) {
      expect(await statusOf(path, { ...own, origin }, 'POST')).toBe(403);
    }
  });

  it('a form of another site, sent as text, is not read', async () => {
    const path = `/playground/chats/${MARYAM}/acts`;
    expect(await statusOf(path, { 'content-type': 'text/plain' }, 'POST')).toBe(415);
  });

  it('another site can link to the page, but not load from the playground', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(await statusOf('/', link)).toBe(200);
    expect(await statusOf('/playground/state', link)).toBe(403);
    const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect(await statusOf('/', image)).toBe(403);
  });

  it('the page may run only its own scripts and may not be framed', async () => {
    const response = await fetch(playground.address);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('a wrong act is refused with its reason', async () => {
    const response = await fetch(`${playground.address}/playground/chats/${MARYAM}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'text', txt: 'سلام' }),
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { reason: string }).reason).toContain('txt');
  });
});
