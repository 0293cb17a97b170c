import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { HttpError, InputFile, type Transformer } from 'grammy';

export interface TransportOptions {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  timeoutSeconds: number;
}

/** Connections that are kept open while nothing is sent. */
const IDLE_CONNECTIONS = 64;

/**
 * Carries calls over connections that stay open, at less than half the work of grammY's own client. What has a file
 * in it is left to that client. Like its errors, those thrown here name the method and never the address, which
 * holds the token.
 */
export function keepAliveTransport(options: TransportOptions): Transformer {
  const { token, apiRoot, timeoutSeconds } = options;
  const isSecure = apiRoot.startsWith('https:');
  const agentOptions = { keepAlive: true, maxFreeSockets: IDLE_CONNECTIONS };
  const agent = isSecure ? new HttpsAgent(agentOptions) : new HttpAgent(agentOptions);
  const open = isSecure ? httpsRequest : httpRequest;
  const { protocol, hostname, port, pathname } = new URL(`${apiRoot}/bot${token}/`);
  const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ''), port, agent };

  const exchange = (method: string, payload: unknown, signal?: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      // As a string it leaves in one piece with its headers.
      const body = JSON.stringify(payload, withoutNulls);
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      };
      const path = pathname + method;
      const request = open({ ...target, path, method: 'POST', headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve(Buffer.concat(parts).toString()));
        response.on('error', reject);
      });
      const giveUp = () => request.destroy(new Error('it was called off'));
      const timer = setTimeout(
        () => request.destroy(new Error(`no answer within ${timeoutSeconds} seconds`)),
        timeoutSeconds * 1_000,
      );
      request.on('error', reject);
      request.on('close', () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', giveUp);
      });
      if (signal?.aborted) giveUp();
      else signal?.addEventListener('abort', giveUp);
      request.end(body);
    });

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
