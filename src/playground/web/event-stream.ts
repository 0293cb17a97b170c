import type { Context } from 'hono';
import type { Events, PlaygroundEvent } from '../world/events.ts';

/** Comment lines keep the connection and tell the server when the page has gone. */
const KEEP_ALIVE_MS = 15_000;

export interface EventStreams {
  /** Server-sent events: all of them, or those of one chat. */
  open(c: Context): Response;
  close(): void;
}

export function createEventStreams(events: Events): EventStreams {
  const closers = new Set<() => void>();
  return {
    open(c) {
      const only = c.req.query('citizen');
      const after = Number(
        c.req.header('last-event-id') ?? c.req.query('after') ?? events.lastId(),
      );
      const isWanted = ({ chatId }: PlaygroundEvent) =>
        only === undefined || chatId === null || String(chatId) === only;
      let stop = () => {};
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const write = (text: string) => controller.enqueue(Buffer.from(text));
          write(': open\n\n');
          const unfollow = events.follow(after, (event) => {
            if (isWanted(event)) write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
          });
          const timer = setInterval(() => write(': \n\n'), KEEP_ALIVE_MS);
          const end = () => {
            stop();
            controller.close();
          };
          closers.add(end);
          stop = () => {
            closers.delete(end);
            unfollow();
            clearInterval(timer);
          };
        },
        cancel: () => stop(),
      });
      return c.body(body, 200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
    },
    close() {
      for (const end of [...closers]) end();
    },
  };
}
