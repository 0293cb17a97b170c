export interface CircuitBreaker {
  /** Runs the work, or gives null at once while the system it needs is left alone. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
}

export interface BreakerRules {
  /** So many failures in a row … */
  mostFailures: number;
  /** … and for so long nobody waits for the system any more. */
  leftAloneMs: number;
  /** A failure that says nothing against the system as a whole does not count. */
  isOutage?: (error: unknown) => boolean;
}

/** For systems that a conversation can well do without. */
const USUAL: BreakerRules = { mostFailures: 3, leftAloneMs: 30_000 };

/**
 * After failures in a row nobody waits for the system any more; then one attempt at a time finds out whether
 * it is back.
 *
 * @param elapsed milliseconds on a clock that nobody sets
 */
export function createCircuitBreaker(
  elapsed: () => number,
  { mostFailures, leftAloneMs, isOutage = () => true }: BreakerRules = USUAL,
): CircuitBreaker {
  let failures = 0;
  let openUntil = 0;
  let isTrying = false;
  return {
    async run(work) {
      const isOpen = failures >= mostFailures;
      if (isOpen && (isTrying || elapsed() < openUntil)) return null;
      isTrying = isOpen;
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        failures = isOutage(error) ? failures + 1 : 0;
        openUntil = elapsed() + leftAloneMs;
        throw error;
      } finally {
        isTrying = false;
      }
    },
  };
}
