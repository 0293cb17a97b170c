import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * `up` passes everything on; `mute` passes requests on and keeps the answers; `frozen` takes bytes and does
 * nothing with them; `down` refuses.
 */
type ProxyState = 'up' | 'mute' | 'frozen' | 'down';

export interface TcpProxy {
  port: number;
  be(state: ProxyState): void;
  close(): Promise<void>;
}

/** Stands between a client and a server, so that a test can let the server seem frozen or gone. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let state: ProxyState = 'up';

  function track(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    return socket.on('close', () => sockets.delete(socket));
  }

  const server = createServer((client) => {
    if (state === 'down') return void client.destroy();
    const upstream = track(connect(target.port, target.host));
    track(client).on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.on('data', (bytes) => {
      if (state === 'up' || state === 'mute') upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (state === 'up') client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    be(next) {
      // What was swallowed leaves the stream in pieces, so nobody goes on with it.
      if (next === 'down' || state !== 'up') cut();
      state = next;
    },
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
