import { request } from 'node:http';
import { UpstreamError } from '../errors.ts';
import { findSocketPath } from '../records/import-service/socket-path.ts';
import type { ReviewEntry } from './review-list.ts';
import type { Reviews } from './reviews.ts';
import { SOCKET_NAME } from './serve-reviews.ts';

/** No socket, one that a killed process has left, or a path too long for any. */
const NOBODY = new Set(['ENOENT', 'ECONNREFUSED', 'EINVAL']);

/** The list of the process that holds the embedded database of `DATA_DIR`; null when there is none. */
export async function reviewsOfRunningProcess(dataDir: string): Promise<Reviews | null> {
  const socketPath = findSocketPath(dataDir, SOCKET_NAME);
  try {
    const list = async () => JSON.parse(await ask(socketPath, 'GET')) as ReviewEntry[];
    await list();
    return {
      list,
      done: async (ids) => {
        await ask(socketPath, 'POST', JSON.stringify(ids));
      },
    };
  } catch (error) {
    if (NOBODY.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

function ask(socketPath: string, method: 'GET' | 'POST', body = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, method, path: '/' }, async (response) => {
      let text = '';
      for await (const piece of response.setEncoding('utf8')) text += piece;
      if (response.statusCode === 200) resolve(text);
      else reject(new UpstreamError('the running bot could not do it; its log says why'));
    });
    asked.on('error', reject).end(body);
  });
}
