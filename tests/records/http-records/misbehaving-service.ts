import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A service that does whatever a test wants; by itself it never answers. */
export interface MisbehavingService {
  url: string;
  /** The paths it was asked for. */
  asked: string[];
  does: Behaviour;
  close(): Promise<void>;
}

export async function misbehavingService(): Promise<MisbehavingService> {
  const server = createServer((request, response) => {
    service.asked.push(request.url ?? '');
    service.does(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: MisbehavingService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    does: () => {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

export function says(body: unknown, status = 200): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

export function saysText(text: string, type: string, status = 200): Behaviour {
  return (response) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
}

export const resets: Behaviour = (response) => {
  response.socket?.resetAndDestroy();
};

/** Half of its answer, and then no more. */
export const stopsHalfway: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': 4_000 });
  response.write('{"recordedAt":"2026-11-21T06:00:00Z","property":{"code":"3-1');
  response.socket?.end();
};
