import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';
import { backoff, pause } from './pause.ts';
import { createReceived } from './received.ts';
import { isPassing, POLL_SECONDS, refusalOf, type Telegram, waitNamed } from './telegram.ts';

export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'my_chat_member',
] as const;
const BATCH = 100;
/** While an update is in hand Telegram gives it again at once; pauses from this length on keep that cheap. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1_000;
/** A deployment overlaps for a moment; a second bot stays. */
const CONFLICTS_ALLOWED = 3;

export interface Polling {
  /** Takes in updates until the signal is given. Rejects with `SetupError` when polling cannot go on. */
  run(signal: AbortSignal): Promise<void>;
  /** Tells Telegram what has been dealt with since the last request. */
  confirm(signal: AbortSignal): Promise<void>;
  /** Why no updates come in now; null while they do. */
  problem(): string | null;
}

/**
 * Long polling that confirms an update only when `handle` has dealt with it and with all before it.
 * `handle` begins at once for every new update: order and number at a time are its own affair.
 * When it gives false, the update has to come again; that is only so while the bot stops.
 */
export function createPolling(
  telegram: Telegram,
  logger: Logger,
  handle: (update: Update) => Promise<boolean>,
): Polling {
  const received = createReceived();
  let failures = 0;
  let conflicts = 0;
  let repeats = 0;
  let allFinished = new AbortController();
  let problem: string | null = 'no updates have been asked for yet';

  async function ask(timeout: number, limit: number, signal: AbortSignal): Promise<Update[]> {
    const offset = received.offset();
    return telegram.polling.getUpdates(
      { timeout, limit, allowed_updates: ALLOWED_UPDATES, ...(offset ? { offset } : {}) },
      signal as never,
    );
  }

  function take(updates: Update[]): number {
    const fresh = updates.filter((update) => received.take(update.update_id));
    for (const update of fresh) {
      void handle(update).then((isDone) => {
        if (!isDone) return;
        received.finish(update.update_id);
        if (received.inHand === 0) allFinished.abort();
      });
    }
    return fresh.length;
  }

  async function fetchOnce(signal: AbortSignal): Promise<void> {
    const isWaiting = received.inHand > 0;
    // After a failure the first answer must come soon: until then we don't know that all is well.
    const updates = await ask(isWaiting || problem ? 0 : POLL_SECONDS, BATCH, signal);
    failures = 0;
    conflicts = 0;
    problem = null;
    repeats = take(updates) === 0 && isWaiting ? repeats + 1 : 0;
    if (repeats === 0 || received.inHand === 0) return;
    allFinished = new AbortController();
    const ms = Math.min(FIRST_PAUSE_MS * 2 ** (repeats - 1), LONGEST_PAUSE_MS);
    await pause(ms, AbortSignal.any([signal, allFinished.signal]));
  }

  async function failed(error: unknown, signal: AbortSignal): Promise<void> {
    const refusal = refusalOf(error);
    failures++;
    conflicts = refusal?.error_code === 409 ? conflicts + 1 : 0;
    problem = refusal ? `getUpdates was refused with ${refusal.error_code}` : 'no answer';
    logger.warn({ err: error }, 'updates could not be fetched');
    if (refusal?.error_code === 409 && refusal.description.includes('webhook')) {
      await telegram.calls.deleteWebhook({}).catch(() => {});
    } else if (conflicts >= CONFLICTS_ALLOWED) {
      throw new SetupError('BOT_TOKEN: another process polls with this token; stop one of the two');
    } else if (!isPassing(error) && conflicts === 0) {
      throw new SetupError(
        `BOT_TOKEN: the server stopped giving updates (${refusal?.error_code} ${refusal?.description})`,
        { cause: error },
      );
    }
    await pause(waitNamed(error) ?? backoff(failures), signal);
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        try {
          await fetchOnce(signal);
        } catch (error) {
          if (!signal.aborted) await failed(error, signal);
        }
      }
    },
    async confirm(signal) {
      if (received.offset() !== undefined) await ask(0, 1, signal);
    },
    problem: () => problem,
  };
}
