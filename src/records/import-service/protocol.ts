import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { ImportProgress, ImportReport } from '../import/report.ts';

/** What the import command asks of a running bot. */
export interface ImportRequest {
  /** Absolute: the two processes may have been started in different folders. */
  dir: string;
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

export async function* messagesOf<Message>(socket: Socket): AsyncGenerator<Message> {
  for await (const line of createInterface({
    input: socket,
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    yield JSON.parse(line);
  }
}
