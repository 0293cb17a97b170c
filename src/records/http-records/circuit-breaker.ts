import { ServiceFailure } from './service-failure.ts';

/** Lets work through until it has failed too often, then refuses it for a while. */
export interface CircuitBreaker {
  run<T>(work: () => Promise<T>): Promise<T>;
}

const MOST_FAILURES = 5;
const PROBED_AFTER_MS = 10_000;

/**
 * Opens after five outages in a row; ten seconds later one question is let through, and its outcome decides
 * for all. A wrong answer is no outage: one broken record must not keep everybody else from theirs.
 *
 * @param clock milliseconds of a clock that only goes forward
 */
export function createCircuitBreaker(clock: () => number): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let isProbing = false;

  function refuseIfOpen(): void {
    if (failures < MOST_FAILURES) return;
    if (isProbing || clock() < openUntil) {
      throw new ServiceFailure('The records service was down a moment ago; not asked again yet', {
        kind: 'outage',
      });
    }
    isProbing = true;
  }

  return {
    async run(work) {
      refuseIfOpen();
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (error instanceof ServiceFailure && error.kind === 'outage') {
          failures++;
          openUntil = clock() + PROBED_AFTER_MS;
        } else failures = 0;
        throw error;
      } finally {
        isProbing = false;
      }
    },
  };
}
