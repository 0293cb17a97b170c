import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Run as a process of its own: a Bot API that takes thirty bulk messages in any second, and counts. */
const LIMIT = 30;
const LATENCY_MS = 60;
const RETRY_AFTER_S = 1;

interface Tally {
  arrivals: number[];
  refused: number;
  chats: number[];
  replyLatencies: number[];
}

let tally: Tally = { arrivals: [], refused: 0, chats: [], replyLatencies: [] };

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { chat_id: chatId, text } = JSON.parse(body) as { chat_id: number; text: string };
  const answer = take(chatId, text);
  await wait(LATENCY_MS);
  response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
});

/** A reply's text is the time at which it was committed. */
function take(chatId: number, text: string): object {
  const ok = { ok: true, result: { message_id: 1, date: 1, chat: { id: chatId } } };
  if (text !== 'news') {
    tally.replyLatencies.push(Date.now() - Number(text));
    return ok;
  }
  const now = performance.now();
  tally.arrivals.push(now);
  const lately = tally.arrivals.filter((at) => at > now - 1_000).length;
  if (lately <= LIMIT) {
    tally.chats.push(chatId);
    return ok;
  }
  tally.refused++;
  const parameters = { retry_after: RETRY_AFTER_S };
  return { ok: false, error_code: 429, description: 'Too Many Requests', parameters };
}

process.on('message', () => {
  process.send?.(tally);
  tally = { arrivals: [], refused: 0, chats: [], replyLatencies: [] };
});
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
