import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';
import type { Intake } from './intake.ts';
import { backoff, pause } from './pause.ts';
import { ALLOWED_UPDATES } from './poll-updates.ts';
import { isPassing, refusalOf, type Telegram, waitNamed } from './telegram.ts';

/** As many as Telegram ever opens. */
const CONNECTIONS = 100;
/** More than Telegram sends to all workers together. */
const MOST_IN_HAND = 256;
/** Of the eight seconds an update may take; the turn itself needs the rest. */
const MAY_WAIT_MS = 5_000;
const MAY_DECIDE_MS = 7_000;

/** `again`: it was not dealt with. `busy`: nothing was done with it, too much is in hand or the bot is stopping. */
export type Received = 'done' | 'again' | 'busy';

export interface WebhookSettings {
  /** Where Telegram is to send updates. */
  url: string;
  secret: string;
  /** Whoever sends more at once is put off before anything is begun. */
  mostInHand?: number;
}

export interface Webhook {
  /** Tells Telegram where to send updates. Rejects with `SetupError` when it refuses that. */
  run(signal: AbortSignal): Promise<void>;
  receive(update: Update): Promise<Received>;
  /** Why no updates come in now; null while they do. */
  problem(): string | null;
}

/**
 * Updates by webhook. Every process sets it at its start, all alike, and none takes it away: others go on when
 * this one stops.
 */
export function createWebhook(
  telegram: Telegram,
  logger: Logger,
  { url, secret, mostInHand = MOST_IN_HAND }: WebhookSettings,
  { intake, stopping }: { intake: Intake; stopping: AbortSignal },
): Webhook {
  let problem: string | null = 'the webhook is not set yet';
  /** What waits for its turn or a database. */
  const waits = new Set<AbortController>();
  stopping.addEventListener('abort', () => {
    for (const wait of waits) wait.abort();
  });

  async function set(): Promise<void> {
    await telegram.calls.setWebhook({
      url,
      secret_token: secret,
      max_connections: CONNECTIONS,
      allowed_updates: ALLOWED_UPDATES,
    });
    problem = null;
  }

  return {
    async run(signal) {
      for (let failures = 1; problem !== null && !signal.aborted; failures++) {
        try {
          await set();
        } catch (error) {
          if (!isPassing(error)) throw refused(error);
          logger.warn({ err: error }, 'the webhook could not be set; trying again');
          await pause(waitNamed(error) ?? backoff(failures), signal);
        }
      }
    },

    async receive(update) {
      if (stopping.aborted || intake.inHand() >= mostInHand) return 'busy';
      const wait = new AbortController();
      const timer = setTimeout(() => wait.abort(), MAY_WAIT_MS);
      waits.add(wait);
      const decidedBefore = performance.now() + MAY_DECIDE_MS;
      try {
        const isDone = await intake.take(update, { waiting: wait.signal, decidedBefore });
        return isDone ? 'done' : 'again';
      } finally {
        clearTimeout(timer);
        waits.delete(wait);
      }
    },

    problem: () => problem,
  };
}

function refused(error: unknown): SetupError {
  const refusal = refusalOf(error);
  return new SetupError(
    `WEBHOOK_URL: the server of TELEGRAM_API_ROOT refuses it (${refusal?.error_code} ${refusal?.description}); it must be an https address that Telegram can reach`,
    { cause: error },
  );
}
