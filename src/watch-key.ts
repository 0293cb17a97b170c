import type { Logger } from 'pino';
import { SetupError } from './errors.ts';
import type { Keyring } from './keyring.ts';
import { type Rounds, startRounds } from './notifications/rounds.ts';

const EVERY_MS = 15_000;

/**
 * Another process may bring records under a new key into force: this one then changes to it, or ends when it has
 * not got it, rather than match nobody.
 */
export function watchKey(
  keyring: Keyring,
  { logger, onFatal }: { logger: Logger; onFatal: (error: SetupError) => void },
): Rounds {
  return startRounds({
    everyMs: EVERY_MS,
    work: () => keyring.refresh(),
    onFailure(error) {
      if (error instanceof SetupError) onFatal(error);
      else logger.error({ err: error }, 'the key in force is looked up a little later');
    },
  });
}
