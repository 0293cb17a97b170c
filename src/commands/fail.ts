import { SetupError, UpstreamError } from '../errors.ts';

/** Says why a command's work was not done, in one line unless it is a bug, and lets the process end with status 2. */
export function fail(error: unknown): void {
  const isExpected = error instanceof SetupError || error instanceof UpstreamError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 2;
}
