import type { Logger } from 'pino';
import type { OutboxRow } from './outbox.ts';
import type { Pacing } from './pacing.ts';
import { backoff, pause } from './pause.ts';
import { refusalOf, waitNamed } from './telegram.ts';

/**
 * `closed`: the chat takes nothing from us any more (blocked, deactivated, thrown out). `not-ours`: another worker
 * sends it by now.
 */
export type Delivery = 'sent' | 'refused' | 'closed' | 'not-ours' | 'interrupted';

export interface DeliveryTools {
  send: () => Promise<'sent' | 'not-ours'>;
  pacing: Pick<Pacing, 'hold'>;
  logger: Logger;
}

/** Tries until Telegram has taken or refused the message, or until the signal is given. */
export async function deliver(
  row: OutboxRow,
  { send, pacing, logger }: DeliveryTools,
  signal: AbortSignal,
): Promise<Delivery> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await send();
    } catch (error) {
      if (signal.aborted) break;
      const outcome = outcomeOf(error, row, logger);
      if (outcome) return outcome;
      const named = waitNamed(error);
      if (named !== null) await pacing.hold(row, named, signal);
      else await pause(backoff(failures), signal);
    }
  }
  return 'interrupted';
}

/** Null when the message shall be tried again. */
function outcomeOf(error: unknown, { message }: OutboxRow, logger: Logger): Delivery | null {
  const refusal = refusalOf(error);
  const method = message.method;
  switch (refusal?.error_code) {
    case 403:
      logger.info({ method }, 'a chat is closed to the bot');
      return 'closed';
    case 400:
    case 413:
      // A message Telegram never takes would hold up all that come after it.
      logger.error({ method, description: refusal.description }, 'Telegram refused a message');
      return 'refused';
    default:
      logger.warn({ method, err: error }, 'a message was not taken; trying again');
      return null;
  }
}
