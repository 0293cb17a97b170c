import { UpstreamError } from '../errors.ts';
import { isConflict } from './failures.ts';

const MOST_RETRIES = 3;

/**
 * Runs a transaction again when the database broke off this one because of another
 * (serialization failure, deadlock). `work` must begin its own transaction each time.
 */
export async function retryConflicts<T>(work: () => Promise<T>): Promise<T> {
  for (let retries = 0; ; retries++) {
    try {
      return await work();
    } catch (error) {
      if (!isConflict(error)) throw error;
      if (retries === MOST_RETRIES) {
        throw new UpstreamError(`The database refused the transaction ${retries + 1} times`, {
          cause: error,
        });
      }
    }
  }
}
