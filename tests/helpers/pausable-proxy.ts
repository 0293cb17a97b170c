import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A way to a server that can be blocked: a frozen machine, or a cable pulled out. */
export interface PausableProxy {
  port: number;
  /** Nothing passes any more, and nothing is refused. */
  freeze(): void;
  thaw(): void;
  /** Breaks off every connection there is. */
  cut(): void;
  close(): Promise<void>;
}

export async function pausableProxy(host: string, port: number): Promise<PausableProxy> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (bytes) => void to.write(bytes));
    from
      .on('error', () => {})
      .on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    if (isFrozen) from.pause();
  };
  const server = createServer((client) => {
    const upstream = createConnection(port, host);
    join(client, upstream);
    join(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    freeze() {
      isFrozen = true;
      for (const socket of sockets) socket.pause();
    },
    thaw() {
      isFrozen = false;
      for (const socket of sockets) socket.resume();
    },
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
