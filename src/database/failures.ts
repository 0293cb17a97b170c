import { UpstreamError } from '../errors.ts';

/**
 * SQLSTATE classes that say the database could not do its work, as opposed to classes that say the
 * statement was wrong or broke a constraint: connection (08), authorisation (28), resources (53),
 * intervention and cancelling (57), system (58), internal (XX), and waiting for a lock in vain (55P03).
 */
const FAILURES = /^(?:08|28|53|57|58|XX|F0|55P03|25P03)/;
const CONFLICTS = new Set(['40001', '40P01']);

/** The five-character code of an error the database itself reported; null for every other error. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Whether two transactions got in each other's way, so that taking this one again can succeed. */
export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(sqlState(error) ?? '');
}

/**
 * What callers get for a driver's error: `UpstreamError` when the database failed or was late;
 * an error about the statement itself (a broken constraint, say) stays as it is.
 */
export function failureOf(error: unknown): unknown {
  if (error instanceof UpstreamError) return error;
  const state = sqlState(error);
  if (state && !FAILURES.test(state)) return error;
  return unreachable(error);
}

/** Whatever reason a server gives for taking no connection, it says nothing about a statement. */
export function unreachable(error: unknown): UpstreamError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UpstreamError(`The database did not answer: ${reason}`, { cause: error });
}
