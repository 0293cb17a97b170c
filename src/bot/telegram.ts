import { Api, GrammyError, type RawApi } from 'grammy';
import type { Logger } from 'pino';
import { keepAliveTransport } from './keep-alive-transport.ts';
import { followMovedGroups } from './moved-groups.ts';

/** Telegram holds a request for updates this long when there are none. */
export const POLL_SECONDS = 25;
const CALL_SECONDS = 10;

export interface Telegram {
  /** Every call ends within seconds, with a result or an error. */
  calls: RawApi;
  /** For `getUpdates`, which takes its time. */
  polling: RawApi;
}

export function createTelegram(token: string, apiRoot: string, logger: Logger): Telegram {
  const api = (timeoutSeconds: number) => {
    const { config, raw } = new Api(token, { apiRoot, timeoutSeconds });
    config.use(keepAliveTransport({ token, apiRoot, timeoutSeconds }), followMovedGroups(logger));
    return raw;
  };
  return { calls: api(CALL_SECONDS), polling: api(POLL_SECONDS + CALL_SECONDS) };
}

/** What Telegram answered instead of a result; null when it did not answer (network, time, a proxy's page). */
export function refusalOf(error: unknown): GrammyError | null {
  return error instanceof GrammyError ? error : null;
}

/** Whether the same call may succeed later. */
export function isPassing(error: unknown): boolean {
  const refusal = refusalOf(error);
  return !refusal || refusal.error_code === 429 || refusal.error_code >= 500;
}

/** Milliseconds Telegram asks us to wait; null when it named none. */
export function waitNamed(error: unknown): number | null {
  const seconds = refusalOf(error)?.parameters.retry_after;
  return seconds === undefined ? null : seconds * 1000;
}
