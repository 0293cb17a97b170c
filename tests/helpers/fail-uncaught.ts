import { HttpError } from 'grammy';
import { createLogger, logUncaught } from '../../src/logger.ts';

/** Run as a process of its own: fails without anyone catching it, holding a token and a citizen's id. */
const [, , way, token] = process.argv;
logUncaught(createLogger({ level: 'info' }));
const error = new HttpError(
  `Network request failed for 0012345679`,
  new Error(`https://api.telegram.org/bot${token}/getMe`),
);
if (way === 'throw') {
  setTimeout(() => {
    throw error;
  });
} else {
  void Promise.reject(error);
}
