import { Api } from 'grammy';
import type { FetchVoice } from '../speech/create-hearing.ts';

/** A path as Telegram gives it (`voice/file_12.oga`), and none that leads elsewhere. */
const PATH = /^[\w-]+(?:[./][\w-]+)*$/;

/**
 * The sound of a voice note from the messenger. Its address carries the token, so no error tells of it, and
 * nobody is followed elsewhere with it.
 */
export function createFetchVoice(token: string, apiRoot: string): FetchVoice {
  const { raw } = new Api(token, { apiRoot });
  return async (fileId, { mostBytes, signal }) => {
    const { file_path: path, file_size: size = 0 } = await raw.getFile(
      { file_id: fileId },
      // grammY's own type of a signal is that of a package for old versions of Node.
      signal as never,
    );
    if (size > mostBytes) return null;
    if (!path || !PATH.test(path)) throw new Error('the messenger names no path of a file');
    return download(`${apiRoot}/file/bot${token}/${path}`, mostBytes, signal);
  };
}

async function download(
  address: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const response = await fetch(address, { signal, redirect: 'error' }).catch(() => null);
  if (!response?.ok || !response.body) throw new Error('a file of the messenger cannot be had');
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > mostBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
