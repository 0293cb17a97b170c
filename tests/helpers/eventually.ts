import { vi } from 'vitest';

/** Waits until the check passes. Patient, for the machine may be crowded: nobody waits when all is well. */
export function eventually<T>(check: () => T | Promise<T>, timeout = 15_000): Promise<T> {
  return vi.waitFor(check, { timeout, interval: 20 });
}
