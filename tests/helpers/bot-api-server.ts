import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { type Bringing, createWebhookDelivery } from './webhook-delivery.ts';

type Payload = Record<string, unknown>;
export interface ApiCall {
  method: string;
  payload: Payload;
}

/** What a fault makes of a call: an answer of its own, or undefined to let it pass. */
type Fault = (call: ApiCall) => Promise<object | undefined> | object | undefined;

export interface BotApiServer {
  root: string;
  token: string;
  botId: number;
  /** Every call but `getUpdates`, also those that were refused. */
  calls: ApiCall[];
  /** Messages that were taken, in order. */
  sent: { chatId: number; text: string }[];
  textsTo(chatId: number): string[];
  /** Queues an update as Telegram would; returns its id. */
  queue(update: Omit<Update, 'update_id'>, id?: number): number;
  says(userId: number, text: string): number;
  presses(userId: number, data: string): number;
  /** Update ids that the bot has not confirmed. */
  unconfirmed(): number[];
  /** How many updates there were. */
  updates(): number;
  /** Gives confirmed updates once more. */
  repeat(id: number): void;
  /** What became of every update that was brought to the webhook. */
  tries: Bringing[];
  fault: Fault | null;
  close(): Promise<void>;
}

let bots = 0;

/**
 * A Bot API that delivers updates until they are confirmed, by polling or by webhook, and fails in whatever way a
 * test asks for.
 *
 * @param secondMs how long a second of waiting lasts before a webhook is tried again
 */
export async function startBotApi({ secondMs = 50 } = {}): Promise<BotApiServer> {
  const botId = 7_000_000 + process.pid * 100 + ++bots;
  const token = `${botId}:canary-token-canary-token-canary`;
  const everything: Update[] = [];
  let waiting: Update[] = [];
  let wake = () => {};
  let lastId = 100;
  const webhook = createWebhookDelivery(secondMs, (taken) => {
    waiting = waiting.filter((update) => update !== taken);
  });

  function setWebhook({ url, secret_token: secret, max_connections: most }: Payload): void {
    const target = {
      url: url as string,
      secret: secret as string,
      connections: (most ?? 40) as number,
    };
    const isNew = !webhook.isSet();
    webhook.set(target.url ? target : null);
    if (isNew && target.url) for (const update of waiting) webhook.bring(update);
  }

  async function getUpdates({ offset = 0, limit = 100, timeout = 0 }: Payload, gone: AbortSignal) {
    waiting = waiting.filter((update) => update.update_id >= (offset as number));
    if (waiting.length === 0 && (timeout as number) > 0 && !gone.aborted) {
      await new Promise<void>((resolve) => {
        wake = resolve;
        gone.addEventListener('abort', () => resolve());
      });
    }
    return waiting.slice(0, limit as number);
  }

  async function answer(call: ApiCall, gone: AbortSignal): Promise<object> {
    if (call.method !== 'getUpdates') api.calls.push(call);
    const faulty = await api.fault?.(call);
    if (faulty) return faulty;
    const { chat_id: chatId, text } = call.payload;
    switch (call.method) {
      case 'getMe':
        return ok({ id: botId, is_bot: true, first_name: 'Bot', username: 'pasokh_bot' });
      case 'setWebhook':
        setWebhook(call.payload);
        return ok(true);
      case 'deleteWebhook':
        webhook.set(null);
        return ok(true);
      case 'getUpdates':
        if (webhook.isSet())
          return refusal(409, "Conflict: can't use getUpdates method while webhook is active");
        return ok(await getUpdates(call.payload, gone));
      case 'sendMessage':
        api.sent.push({ chatId: chatId as number, text: text as string });
        return ok({ message_id: api.sent.length, date: 1, chat: { id: chatId, type: 'private' } });
      default:
        return ok(call.method.startsWith('get') ? {} : true);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    let body = '';
    for await (const chunk of request) body += chunk;
    const [, bot, method = ''] = (request.url ?? '').split('/');
    // Pictures come in another form, and nobody here looks into it.
    const call = { method, payload: body.startsWith('{') ? (JSON.parse(body) as Payload) : {} };
    const result =
      bot === `bot${token}` ? await answer(call, gone.signal) : refusal(401, 'Unauthorized');
    response.setHeader('content-type', 'application/json').end(JSON.stringify(result));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const api: BotApiServer = {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    botId,
    calls: [],
    sent: [],
    fault: null,
    textsTo: (chatId) => api.sent.filter((one) => one.chatId === chatId).map(({ text }) => text),
    queue(update, id = ++lastId) {
      const whole = { update_id: id, ...update } as Update;
      everything.push(whole);
      waiting.push(whole);
      if (webhook.isSet()) webhook.bring(whole);
      else wake();
      return id;
    },
    says: (userId, text) => api.queue({ message: privateMessage(userId, { text }) }),
    presses: (userId, data) =>
      api.queue({
        callback_query: {
          id: `press-${lastId + 1}`,
          from: person(userId),
          chat_instance: '1',
          message: privateMessage(userId, { text: 'an older message' }),
          data,
        },
      } as Omit<Update, 'update_id'>),
    updates: () => everything.length,
    unconfirmed: () => waiting.map(({ update_id: id }) => id),
    repeat(id) {
      const again = everything.find((update) => update.update_id === id)!;
      waiting.push(again);
      if (webhook.isSet()) webhook.bring(again);
      else wake();
    },
    tries: webhook.tries,
    async close() {
      webhook.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return api;
}

export function person(id: number) {
  return { id, is_bot: false, first_name: 'Maryam', last_name: 'Kazemi' };
}

export function privateMessage(userId: number, content: object) {
  const chat = { id: userId, type: 'private' as const, first_name: 'Maryam' };
  return { message_id: 1, date: 1, chat, from: person(userId), ...content } as NonNullable<
    Update['message']
  >;
}

function ok(result: unknown): object {
  return { ok: true, result };
}

/** Telegram's way of saying no. */
export function refusal(code: number, description: string, retryAfter?: number): object {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return { ok: false, error_code: code, description, ...parameters };
}
