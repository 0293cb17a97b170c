import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

export interface HttpServer {
  /** Where it can be reached; the port is the one in use when 0 was asked for. */
  address: string;
  port: number;
  close(): Promise<void>;
}

/** Listens, or rejects with the system's error (`EADDRINUSE`, say). */
export function listen(app: Hono, hostname: string, port: number): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, (info) => {
      server.off('error', reject);
      const host = hostname.includes(':') ? `[${hostname}]` : hostname;
      resolve({
        address: `http://${host}:${info.port}`,
        port: info.port,
        close: () => close(server as Server),
      });
    });
    server.on('error', reject);
  });
}

/** Requests in hand are finished; idle and endless connections (an open page) don't hold the stop up. */
async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 500).unref();
  await closed;
}
