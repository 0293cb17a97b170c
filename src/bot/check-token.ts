import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import { SetupError } from '../errors.ts';
import { backoff, pause } from './pause.ts';
import { isPassing, refusalOf, type Telegram, waitNamed } from './telegram.ts';

/**
 * Asks the server whom the token belongs to. Waits for a server that cannot be reached now;
 * throws `SetupError` when it refuses the token. Null when the signal ended the waiting.
 */
export async function checkToken(
  telegram: Telegram,
  logger: Logger,
  signal: AbortSignal,
): Promise<UserFromGetMe | null> {
  for (let failures = 1; !signal.aborted; failures++) {
    try {
      return await telegram.calls.getMe(signal as never);
    } catch (error) {
      if (!isPassing(error)) throw setupError(error);
      if (signal.aborted) break;
      logger.warn({ err: error }, 'the server of TELEGRAM_API_ROOT does not answer; trying again');
      await pause(waitNamed(error) ?? backoff(failures), signal);
    }
  }
  return null;
}

function setupError(error: unknown): SetupError {
  const refusal = refusalOf(error);
  const answer = `${refusal?.error_code} ${refusal?.description}`;
  return new SetupError(
    `BOT_TOKEN: the server of TELEGRAM_API_ROOT refuses it (${answer}); take the token from @BotFather, for that very server`,
    { cause: error },
  );
}
