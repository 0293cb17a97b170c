import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RoundRobin {
  url: string;
  /** The addresses behind it from now on. */
  use(addresses: string[]): void;
  close(): Promise<void>;
}

/** A load balancer in front of several workers: each request goes to the next one, 502 when that one is gone. */
export async function startRoundRobin(): Promise<RoundRobin> {
  let behind: string[] = [];
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    const base = behind[next++ % behind.length];
    const refuse = () => {
      if (!outgoing.headersSent) outgoing.writeHead(502);
      outgoing.end();
    };
    if (!base) return refuse();
    const { method = 'GET', headers } = incoming;
    const onward = request(new URL(incoming.url ?? '/', base), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', refuse);
    });
    onward.on('error', refuse);
    incoming.pipe(onward);
    outgoing.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use(addresses) {
      behind = addresses;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
