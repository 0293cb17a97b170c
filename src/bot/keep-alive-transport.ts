import { HttpError, InputFile, type Transformer } from 'grammy';
import { Pool } from 'undici';

export interface TransportOptions {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  timeoutSeconds: number;
}

/** A connection on which nothing is sent for so long is closed. */
const IDLE_MS = 60_000;
const HEADERS = { 'content-type': 'application/json' };

/**
 * Carries calls over connections that stay open, at less than half the work of grammY's own client. What has a file
 * in it is left to that client. Like its errors, those thrown here name the method and never the address, which
 * holds the token.
 */
export function keepAliveTransport(options: TransportOptions): Transformer {
  const { token, apiRoot, timeoutSeconds } = options;
  const { origin, pathname } = new URL(`${apiRoot}/bot${token}/`);
  // One time limit for a whole call is set below; `getUpdates` waits long for its answer.
  const server = new Pool(origin, {
    keepAliveTimeout: IDLE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });

  async function exchange(method: string, payload: unknown, signal?: AbortSignal) {
    const over = new AbortController();
    const giveUp = () => over.abort(new Error('it was called off'));
    const timer = setTimeout(
      () => over.abort(new Error(`no answer within ${timeoutSeconds} seconds`)),
      timeoutSeconds * 1_000,
    );
    signal?.addEventListener('abort', giveUp);
    if (signal?.aborted) giveUp();
    try {
      const { body } = await server.request({
        path: pathname + method,
        method: 'POST',
        headers: HEADERS,
        body: JSON.stringify(payload, withoutNulls),
        signal: over.signal,
      });
      return await body.text();
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  return async (previous, method, payload, signal) => {
    if (holdsFile(payload)) return previous(method, payload, signal);
    try {
      return parsed(await exchange(method, payload, signal as unknown as AbortSignal | undefined));
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

/** What stands between us and the server may answer with a page of its own. */
function parsed(body: string) {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('the answer is no JSON');
  }
}

function withoutNulls(_key: string, value: unknown): unknown {
  return value ?? undefined;
}

function holdsFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value instanceof InputFile || Object.values(value).some(holdsFile);
}
