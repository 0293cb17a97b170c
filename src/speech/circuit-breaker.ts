export interface CircuitBreaker {
  /** Runs the work, or gives null at once while the system it needs is left alone. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
}

const MOST_FAILURES = 3;
const LEFT_ALONE_MS = 30_000;

/**
 * After failures in a row nobody waits for the system any more; then one attempt at a time finds out whether
 * it is back.
 *
 * @param elapsed milliseconds on a clock that nobody sets
 */
export function createCircuitBreaker(elapsed: () => number): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let isTrying = false;
  return {
    async run(work) {
      const isOpen = failures >= MOST_FAILURES;
      if (isOpen && (isTrying || elapsed() < openUntil)) return null;
      isTrying = isOpen;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        failures += 1;
        openUntil = elapsed() + LEFT_ALONE_MS;
        throw error;
      } finally {
        isTrying = false;
      }
    },
  };
}
