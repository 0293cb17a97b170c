import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bot, webhookCallback } from 'grammy';

/**
 * Run as a process of its own: a bare grammY bot that echoes at a webhook. `reply`: it answers in the webhook's
 * own response, grammY's fastest way; `call`: by a call of its own, as grammY does without that option.
 */
const [apiRoot = '', way = 'reply'] = process.argv.slice(2);
const bot = new Bot('7:bench', {
  client: { apiRoot, canUseWebhookReply: (method) => way === 'reply' && method === 'sendMessage' },
});
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
await bot.init();

const server = createServer(webhookCallback(bot, 'http'));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
