import { Hono } from 'hono';
import { botApiRoutes } from './bot-api/routes.ts';
import type { PlaygroundOptions } from './options.ts';
import { createTestAccess, type TestAccess } from './test-access.ts';
import { chatRoutes } from './web/chat-routes.ts';
import { createEventStreams } from './web/event-stream.ts';
import { loopbackOnly } from './web/guard.ts';
import { pageRoutes } from './web/page-routes.ts';
import { smsRoutes } from './web/sms-routes.ts';
import { createWorld } from './world/world.ts';

export type { DemoCitizen, DemoPlace, PlaygroundOptions } from './options.ts';

export interface Playground {
  /** `/`, `/playground/…`, `/bot<token>/…` and `/file/bot<token>/…`; to be mounted at the root. */
  app: Hono;
  /** The same chats from inside the process, for tests. */
  api: TestAccess;
  /** Ends waiting polls and event streams, so that the HTTP server can stop; what was said is kept. */
  close(): void;
}

/** A local Telegram: the Bot API over HTTP for the bot, and a page on which to be its citizens. */
export function createPlayground(options: PlaygroundOptions): Playground {
  const world = createWorld(options);
  const streams = createEventStreams(world.events);
  const app = new Hono();
  for (const path of ['/', '/playground/*', '/:rest{bot.+}', '/file/*']) {
    app.use(path, loopbackOnly);
  }
  app.route('/', pageRoutes(options));
  app.route('/', chatRoutes(world, streams));
  app.route('/', smsRoutes(world));
  app.route('/', botApiRoutes(world));
  return {
    app,
    api: createTestAccess(world),
    close() {
      streams.close();
      world.updates.close();
      world.close();
    },
  };
}
