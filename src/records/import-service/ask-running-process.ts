import { createConnection, type Socket } from 'node:net';
import { SetupError, UpstreamError } from '../../errors.ts';
import type { ImportProgress, ImportReport } from '../import/report.ts';
import { type ImportRequest, messagesOf, type ServiceMessage, send } from './protocol.ts';
import { findSocketPath } from './socket-path.ts';

/** No socket, one that a killed process has left, or a path too long for any. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'EINVAL']);

/**
 * Has the process that holds the embedded database of `DATA_DIR` do the import.
 *
 * @returns null when there is no such process
 */
export async function askRunningProcess(
  dataDir: string,
  request: ImportRequest,
  surroundings: { onProgress(progress: ImportProgress): void; signal: AbortSignal },
): Promise<ImportReport | null> {
  const socket = await connect(findSocketPath(dataDir));
  if (!socket) return null;
  socket.on('error', () => {});
  // Whoever hangs up has it broken off, and still hears how it ended.
  surroundings.signal.addEventListener('abort', () => socket.end());
  send(socket, request);
  for await (const message of messagesOf<ServiceMessage>(socket)) {
    if (message.kind === 'report') return message.report;
    if (message.kind === 'failed') throw failureOf(message);
    surroundings.onProgress(message.progress);
  }
  throw new UpstreamError(
    'the running bot stopped before the import was done; nothing was changed',
  );
}

function failureOf({ failure, message }: ServiceMessage & { kind: 'failed' }): Error {
  if (failure === 'setup') return new SetupError(message);
  if (failure === 'upstream') return new UpstreamError(message);
  return new Error(message);
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (NOBODY.has(error.code ?? '')) resolve(null);
      else reject(new SetupError(`${path}: cannot be reached (${error.message})`));
    });
  });
}
