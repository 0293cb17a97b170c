import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Run as a process of its own: a model that takes its time and always says the same. `GET /asked` tells how often. */
const DELAY_MS = Number(process.argv[2]);
const ANSWER = JSON.stringify({
  id: 'x',
  object: 'chat.completion',
  created: 1,
  model: 'x',
  choices: [
    {
      index: 0,
      finish_reason: 'stop',
      message: { role: 'assistant', content: JSON.stringify({ intent: 'none' }) },
    },
  ],
});

let asked = 0;

const server = createServer((request, response) => {
  if (request.url === '/asked') return void response.end(String(asked));
  asked++;
  request.resume().on('end', () => {
    setTimeout(() => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER);
    }, DELAY_MS);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
