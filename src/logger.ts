import { type DestinationStream, type Logger, pino } from 'pino';
import { redactLine, redactText } from './redact.ts';

export interface LoggerOptions {
  level: string;
  /** Texts that must never be printed: the bot's token, passwords, keys. */
  secrets?: readonly (string | undefined)[];
  /** Standard output when left out. */
  destination?: DestinationStream;
}

/**
 * Structured logs that carry neither secrets nor personal data: errors and updates are reduced to an
 * allow-list, and every finished line is cleaned once more.
 */
export function createLogger({ level, secrets = [], destination }: LoggerOptions): Logger {
  const known = secrets.filter((secret) => secret !== undefined && secret.length > 3) as string[];
  const options = {
    level,
    base: { pid: process.pid },
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError, error: describeError, update: describeUpdate },
    hooks: { streamWrite: (line: string) => redactLine(line, known) },
  };
  return pino(options, destination ?? standardOutput());
}

/**
 * pino's own way of writing tries for ever when there is no room for a line, and everything waits with it. Here
 * that line is lost.
 */
function standardOutput(): DestinationStream {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => {});
  return process.stdout;
}

/** Errors nobody caught are logged like all others, then end the process: its state cannot be trusted. */
export function logUncaught(logger: Logger): void {
  const end = (what: string) => (error: unknown) => {
    logger.fatal({ err: error }, what);
    process.exit(1);
  };
  process.on('uncaughtException', end('uncaught exception'));
  process.on('unhandledRejection', end('unhandled rejection'));
}

interface ErrorSummary {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: ErrorSummary;
}

/** An error without what it was about: errors of grammY hold the token and the whole update. */
function describeError(error: unknown, depth = 0): ErrorSummary {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: typeof error === 'string' ? redactText(error) : '' };
  }
  const code = codeOf(error);
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: redactText(error.message),
    ...(code === undefined ? {} : { code }),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

function codeOf(error: Error): string | number | undefined {
  const { code, error_code: status } = error as { code?: unknown; error_code?: unknown };
  const found = code ?? status;
  return typeof found === 'string' || typeof found === 'number' ? found : undefined;
}

function describeUpdate(update: unknown): { update_id: unknown; kind: string } | string {
  if (typeof update !== 'object' || update === null) return '[withheld]';
  const kind = Object.keys(update).find((key) => key !== 'update_id');
  return { update_id: (update as { update_id?: unknown }).update_id, kind: kind ?? 'none' };
}
