import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came over the wire, as it was. */
export interface SpeechRequest {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type SpeechMood = (response: ServerResponse, address: string) => void;

export interface SpeechServer {
  /** For `TRANSCRIBE_BASE_URL`. */
  baseUrl: string;
  requests: SpeechRequest[];
  /** How the next requests are answered. */
  mood: SpeechMood;
  close(): Promise<void>;
}

export function hears(text: string): SpeechMood {
  return (response) => json(response, 200, { text });
}

export const MOODS = {
  slow: () => {},
  broken: (response) => json(response, 500, { error: { message: 'out of memory' } }),
  'hanging up': (response) => response.destroy(),
  'a proxy with a page': (response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html>بدهی ملکم چقدره</html>');
  },
  'of another shape': (response) => json(response, 200, { words: ['بدهی'] }),
  'no JSON': (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"text": "بدهی');
  },
  endless: (response) => json(response, 200, { text: 'بدهی '.repeat(200_000) }),
  elsewhere: (response, address) => {
    response.writeHead(307, { location: `${address}/elsewhere` });
    response.end();
  },
} as const satisfies Record<string, SpeechMood>;

/** A server that speaks OpenAI's `POST /audio/transcriptions` in whatever mood. */
export async function startSpeechServer(): Promise<SpeechServer> {
  const http = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('latin1');
    server.requests.push({ path: request.url ?? '', headers: request.headers, body });
    server.mood(response, server.baseUrl);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const server: SpeechServer = {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests: [],
    mood: hears('سلام'),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
