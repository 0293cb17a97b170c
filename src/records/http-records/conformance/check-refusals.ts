import type { Service } from '../fetch-answer.ts';
import { type Finding, right, wrong } from './probe.ts';

const PATIENCE_MS = 5_000;

/** Whoever has no token must be turned away before anything is looked up. */
export async function* checkToken({ url }: Service): AsyncGenerator<Finding> {
  for (const [how, token] of [
    ['no token', undefined],
    ['a wrong token', 'a-wrong-token'],
  ] as const) {
    const { status } = await ask({ url, token }, '/city');
    const what = `GET /city with ${how}: ${status ?? 'no answer'}`;
    yield status === 401 || status === 403 ? right(what) : wrong(`${what}, must be 401`);
  }
}

/** A path that nobody knows must not look like something that is not on record. */
export async function checkStrangePath(service: Service): Promise<Finding> {
  const { status, body } = await ask(service, '/no-such-path');
  const what = `GET /no-such-path: ${status ?? 'no answer'}`;
  if (status === null || status < 400) return wrong(`${what}, must be an error`);
  if (body.includes('not-found')) {
    return wrong(`${what} with the body of "not on record"; give it another body`);
  }
  return right(what);
}

async function ask(
  { url, token }: Service,
  path: string,
): Promise<{ status: number | null; body: string }> {
  try {
    const response = await fetch(url + path, {
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: null, body: '' };
  }
}
