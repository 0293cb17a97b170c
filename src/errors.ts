/**
 * The operator's mistake: a wrong setting, file or environment. Its message is one line that names
 * the place, the problem and what is allowed; the process prints it and exits with status 2.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

/**
 * A system we depend on (records, database, Telegram) failed or was too slow.
 * The citizen hears "try later, I kept your request"; it is never read as "no record".
 */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
}
