import { Hono } from 'hono';
import type { BotOptions } from '../../src/bot/bot.ts';
import { type HttpServer, listen } from '../../src/http/server.ts';
import { webhookRoutes } from '../../src/http/webhook-routes.ts';
import type { BotApiServer } from './bot-api-server.ts';
import { type EdgeBot, type EdgeTables, edgeBot } from './edge-bot.ts';

export const SECRET = 'a-secret-of-the-tests';

export interface WebhookWorker {
  bot: EdgeBot;
  /** Where it takes updates. */
  url: string;
  stop(): Promise<void>;
}

/**
 * A bot that takes its updates at a webhook of its own.
 *
 * @param url where Telegram is told to bring updates, when that is not this worker's own address
 */
export async function startWebhookWorker(
  api: BotApiServer,
  db: BotOptions<EdgeTables>['db'],
  options: Partial<BotOptions<EdgeTables>> & { mostInHand?: number } = {},
  url?: string,
): Promise<WebhookWorker> {
  const app = new Hono();
  let bot: EdgeBot | null = null;
  app.route(
    '/',
    webhookRoutes({ secret: SECRET, receive: async (update) => bot?.receive(update) ?? 'busy' }),
  );
  const server: HttpServer = await listen(app, '127.0.0.1', 0);
  const own = `${server.address}/telegram`;
  const { mostInHand, ...more } = options;
  const webhook = { url: url ?? own, secret: SECRET, ...(mostInHand && { mostInHand }) };
  bot = edgeBot(api, db, { webhook, ...more });
  await bot.start();
  return {
    bot,
    url: own,
    async stop() {
      await bot.stop();
      await server.close();
    },
  };
}
