import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Run as a process of its own: a Bot API that takes everything at once. `GET /taken` tells how many messages it took. */
const ME = { id: 7, is_bot: true, first_name: 'Bench', username: 'bench_bot' };
const MESSAGE = { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: 'x' };
const ANSWERS: Record<string, string> = {
  getMe: JSON.stringify({ ok: true, result: ME }),
  sendMessage: JSON.stringify({ ok: true, result: MESSAGE }),
};
const TRUE = JSON.stringify({ ok: true, result: true });
let taken = 0;

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const method = request.url?.split('/').at(-1) ?? '';
    if (method === 'sendMessage') taken++;
    const answer = method === 'taken' ? String(taken) : (ANSWERS[method] ?? TRUE);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
