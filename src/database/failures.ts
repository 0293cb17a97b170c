import { UpstreamError } from '../errors.ts';

/**
 * SQLSTATE classes that say the database could not do its work, as opposed to classes that say the
 * statement was wrong or broke a constraint: connection (08), authorisation (28), resources (53),
 * intervention and cancelling (57), system (58), internal (XX), and waiting for a lock in vain (55P03).
 */
const FAILURES = /^(?:08|28|53|57|58|XX|F0|55P03|25P03)/;
const CONFLICTS = new Set(['40001', '40P01']);

/** The connection gave a name to a statement that its server has not prepared, or has already. */
const NAMES_ASTRAY = new Set(['26000', '42P05']);
/** Where the server finds that a prepared statement would now give other columns: a table was changed. */
const REPLANNING = 'RevalidateCachedQuery';

/** The five-character code of an error the database itself reported; null for every other error. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Codes of the network may have five letters too (`EPIPE`), but no digit.
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}

/**
 * Whether its connection is of no more use: it broke or kept us waiting, or the statements prepared on it are not
 * what we take them for, and would fail there for ever.
 */
export function spoilsConnection(error: unknown): boolean {
  return sqlState(error) === null || isAboutPrepared(error);
}

function isAboutPrepared(error: unknown): boolean {
  if (NAMES_ASTRAY.has(sqlState(error) ?? '')) return true;
  return error instanceof Error && 'routine' in error && error.routine === REPLANNING;
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
  if (state && !FAILURES.test(state) && !isAboutPrepared(error)) return error;
  return unreachable(error);
}

/** Whatever reason a server gives for taking no connection, it says nothing about a statement. */
export function unreachable(error: unknown): UpstreamError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UpstreamError(`The database did not answer: ${reason}`, { cause: error });
}
