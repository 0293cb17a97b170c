import type { Update } from 'grammy/types';

export interface Target {
  url: string;
  secret: string | undefined;
  connections: number;
}

export interface Bringing {
  updateId: number;
  /** What the webhook answered; null when it did not. */
  status: number | null;
}

export interface WebhookDelivery {
  /** Where to bring updates; null: nowhere. */
  set(target: Target | null): void;
  isSet(): boolean;
  bring(update: Update): void;
  /** Every try, in order of its end. */
  tries: Bringing[];
  close(): void;
}

const LONGEST_WAIT_S = 60;

/**
 * Brings updates to a webhook the way Telegram does: messages of a chat in one queue, presses of a user in
 * another, each queue one at a time. What is not answered with 200 is brought again, at once and then after 2, 4,
 * 8 seconds and so on, or when `Retry-After` says; what comes after it waits.
 *
 * @param secondMs how long a second of Telegram's waiting lasts
 */
export function createWebhookDelivery(
  secondMs: number,
  taken: (update: Update) => void,
): WebhookDelivery {
  const queues = new Map<string, Update[]>();
  const closing = new AbortController();
  const tries: Bringing[] = [];
  let target: Target | null = null;
  let connections = 0;
  let released = Promise.withResolvers<void>();

  /** After closing nothing is waited for. */
  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      closing.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });

  async function post(update: Update, { url, secret }: Target): Promise<Response | null> {
    const headers = {
      'content-type': 'application/json',
      ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
    };
    const limit = AbortSignal.any([closing.signal, AbortSignal.timeout(60_000)]);
    try {
      const body = JSON.stringify(update);
      const response = await fetch(url, { method: 'POST', headers, body, signal: limit });
      await response.arrayBuffer();
      return response;
    } catch {
      return null;
    }
  }

  async function tryOnce(update: Update): Promise<Response | null> {
    while (target && connections >= target.connections) await released.promise;
    if (!target) return null;
    connections++;
    try {
      const response = await post(update, target);
      tries.push({ updateId: update.update_id, status: response?.status ?? null });
      return response;
    } finally {
      connections--;
      released.resolve();
      released = Promise.withResolvers();
    }
  }

  async function drain(name: string, queue: Update[]): Promise<void> {
    for (let failures = 0; queue[0] && !closing.signal.aborted; ) {
      const response = await tryOnce(queue[0]);
      if (response?.status === 200) {
        taken(queue.shift()!);
        failures = 0;
        continue;
      }
      failures++;
      const named = Number(response?.headers.get('retry-after') ?? 0);
      const seconds = failures === 1 ? 0 : Math.min(2 ** (failures - 1), LONGEST_WAIT_S);
      await wait(Math.max(named, seconds) * secondMs);
    }
    queues.delete(name);
  }

  return {
    set(next) {
      target = next;
    },
    isSet: () => target !== null,
    bring(update) {
      const name = queueOf(update);
      const queue = queues.get(name);
      if (queue) queue.push(update);
      else {
        const fresh = [update];
        queues.set(name, fresh);
        void drain(name, fresh);
      }
    },
    tries,
    close: () => closing.abort(),
  };
}

function queueOf(update: Update): string {
  const press = update.callback_query;
  if (press) return `presses of ${press.from.id}`;
  const { chat } = update.message ?? update.edited_message ?? update.my_chat_member ?? {};
  return `messages of ${chat?.id}`;
}
