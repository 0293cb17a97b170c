import type { Socket } from 'node:net';
import type { ImportProgress, ImportReport } from '../import/report.ts';

/** What the import command asks of a running bot. */
export interface ImportRequest {
  /** A folder, absolute for the two processes may have been started in different ones, or a database's address. */
  dir: string;
  /** Where `rejects.csv` goes when there is no folder to put it into; absolute. */
  rejectsDir?: string;
  upsert: boolean;
  allowShrink: boolean;
}

export type ServiceMessage =
  | { kind: 'progress'; progress: ImportProgress }
  | { kind: 'report'; report: ImportReport }
  | { kind: 'failed'; failure: 'setup' | 'upstream' | 'bug'; message: string };

/** One JSON object a line, in both directions. */
export function send(socket: Socket, message: ImportRequest | ServiceMessage): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** What the other side sends, until it hangs up or the socket is destroyed. */
export async function* messagesOf<Message>(socket: Socket): AsyncGenerator<Message> {
  let rest = '';
  try {
    for await (const piece of socket.setEncoding('utf8')) {
      const lines = `${rest}${piece}`.split('\n');
      rest = lines.pop()!;
      for (const line of lines) yield JSON.parse(line);
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw error;
    // Cut off in the middle: to the reader the same as its end.
  }
}

/**
 * The first message alone; null when the other side hangs up before. It goes on reading, for only
 * whoever reads notices that the other side has gone.
 */
export function firstMessage<Message>(socket: Socket): Promise<Message | null> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      if (text.includes('\n')) return;
      text += piece;
      const [line, end] = text.split('\n', 2);
      if (end === undefined) return;
      try {
        resolve(JSON.parse(line!));
      } catch (error) {
        reject(error);
      }
    });
    socket.on('close', () => resolve(null));
  });
}
