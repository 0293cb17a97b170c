import type { IncomingMessage } from 'node:http';

export type Body =
  | { kind: 'read'; text: string }
  | { kind: 'too-large' }
  | { kind: 'too-slow' }
  /** The client went away. */
  | { kind: 'broken' };

/** Reads a body that must not be larger than said nor take longer, whatever its headers promise. */
export function readBody(
  request: IncomingMessage,
  { mostBytes, withinMs }: { mostBytes: number; withinMs: number },
): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) {
    return Promise.resolve({ kind: 'too-large' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const end = (body: Body) => {
      clearTimeout(timer);
      request.off('data', onData).off('end', onEnd).off('close', onClose);
      if (body.kind !== 'read') request.pause();
      resolve(body);
    };
    const onData = (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > mostBytes) end({ kind: 'too-large' });
    };
    const onEnd = () => end({ kind: 'read', text: Buffer.concat(chunks).toString('utf8') });
    const onClose = () => end({ kind: 'broken' });
    const timer = setTimeout(() => end({ kind: 'too-slow' }), withinMs);
    request.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}
