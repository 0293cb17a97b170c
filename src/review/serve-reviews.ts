import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { SetupError } from '../errors.ts';
import { claimSocketPath } from '../records/import-service/socket-path.ts';
import type { Reviews } from './reviews.ts';

export const SOCKET_NAME = 'review';
const IDS = z.array(z.string().max(100)).max(10_000);
const MOST_BYTES = 1_000_000;

/**
 * Lets the review command use the list of this process, which holds the embedded database: HTTP over a Unix socket
 * in `DATA_DIR` that only the same user can open. GET gives the list, POST takes ids off it.
 */
export async function serveReviews(
  dataDir: string,
  reviews: Reviews,
): Promise<{ close(): Promise<void> }> {
  const { path, release } = claimSocketPath(dataDir, SOCKET_NAME);
  const server = createServer((request, response) => {
    serve(reviews, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new SetupError(`${path}: cannot be listened on (${cause.message})`, { cause }));
    });
    // The socket is made within this call, so nobody else can open it for a moment.
    const umask = process.umask(0o177);
    server.listen(path, resolve);
    process.umask(umask);
  });
  return {
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      release();
    },
  };
}

async function serve(
  reviews: Reviews,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    response.end(JSON.stringify(await reviews.list()));
    return;
  }
  let body = '';
  for await (const piece of request) {
    body += piece;
    if (body.length > MOST_BYTES) throw new Error('more than any list');
  }
  await reviews.done(IDS.parse(JSON.parse(body)));
  response.end('[]');
}
