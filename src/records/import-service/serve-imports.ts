import { createServer, type Server, type Socket } from 'node:net';
import { SetupError, UpstreamError } from '../../errors.ts';
import type { ImportProgress, ImportReport } from '../import/report.ts';
import { firstMessage, type ImportRequest, type ServiceMessage, send } from './protocol.ts';
import { claimSocketPath } from './socket-path.ts';

export type RunImport = (
  request: ImportRequest,
  surroundings: { onProgress(progress: ImportProgress): void; signal: AbortSignal },
) => Promise<ImportReport>;

export interface ImportService {
  /** Takes on nothing more and breaks off what is running: nothing has changed then. */
  close(): Promise<void>;
}

const PROGRESS_EVERY_MS = 200;

/**
 * Lets the import command hand its work to this process, which holds the embedded database: over a Unix
 * socket in `DATA_DIR` that only the same user can open.
 *
 * @param onBug told of a failure that is neither the operator's nor the database's
 */
export async function serveImports(options: {
  dataDir: string;
  run: RunImport;
  onBug?: (error: unknown) => void;
}): Promise<ImportService> {
  const { path, release } = claimSocketPath(options.dataDir);
  const stopping = new AbortController();
  const jobs = new Set<Promise<void>>();
  // Half open: who hung up is still told what became of it.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const job = serveOne(socket, options, stopping.signal);
    jobs.add(job);
    void job.finally(() => jobs.delete(job));
  });
  await listen(server, path);
  return {
    async close() {
      stopping.abort();
      server.close();
      await Promise.all(jobs);
      release();
    },
  };
}

async function serveOne(
  socket: Socket,
  { run, onBug }: { run: RunImport; onBug?: (error: unknown) => void },
  stopping: AbortSignal,
): Promise<void> {
  // The command was interrupted, or this process is ending.
  const gone = new AbortController();
  const abort = () => gone.abort();
  socket
    .on('error', () => {})
    .on('end', abort)
    .on('close', abort);
  const stop = () => socket.end();
  stopping.addEventListener('abort', stop);
  const signal = AbortSignal.any([stopping, gone.signal]);
  try {
    const request = await firstMessage<ImportRequest>(socket);
    if (!request) return;
    const report = await run(request, { onProgress: paced(socket), signal });
    send(socket, { kind: 'report', report });
  } catch (error) {
    const failed = failureMessage(error);
    if (failed.failure === 'bug') onBug?.(error);
    send(socket, failed);
  } finally {
    stopping.removeEventListener('abort', stop);
    socket.end();
  }
}

function paced(socket: Socket): (progress: ImportProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const at = performance.now();
    if (at - last < PROGRESS_EVERY_MS) return;
    last = at;
    send(socket, { kind: 'progress', progress });
  };
}

function failureMessage(error: unknown): ServiceMessage & { kind: 'failed' } {
  if (error instanceof SetupError)
    return { kind: 'failed', failure: 'setup', message: error.message };
  if (error instanceof UpstreamError) {
    return { kind: 'failed', failure: 'upstream', message: error.message };
  }
  const message = 'the running bot failed at it; its log says why';
  return { kind: 'failed', failure: 'bug', message };
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new SetupError(`${path}: cannot be listened on (${cause.message})`, { cause }));
    });
    // The socket is made within this call, so nobody else can open it for a moment.
    const umask = process.umask(0o177);
    server.listen(path, resolve);
    process.umask(umask);
  });
}
