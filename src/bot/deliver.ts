import type { Logger } from 'pino';
import type { OutboxRow } from './outbox.ts';
import { backoff, pause } from './pause.ts';
import { refusalOf, waitNamed } from './telegram.ts';

/** `closed`: the chat takes nothing from us any more (blocked, deactivated, thrown out). */
export type Delivery = 'sent' | 'refused' | 'closed' | 'interrupted';

/** Tries until Telegram has taken or refused the message, or until the signal is given. */
export async function deliver(
  row: OutboxRow,
  send: (row: OutboxRow) => Promise<void>,
  logger: Logger,
  signal: AbortSignal,
): Promise<Delivery> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      await send(row);
      return 'sent';
    } catch (error) {
      const outcome = outcomeOf(error, row, logger);
      if (outcome) return outcome;
      await pause(waitNamed(error) ?? backoff(failures), signal);
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
