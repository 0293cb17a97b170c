import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ModelRequest {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** What a model server does with one request. */
export type Behaviour = (request: ModelRequest, response: ServerResponse) => void | Promise<void>;

export interface ModelServer {
  /** For `OPENAI_BASE_URL`. */
  url: string;
  /** Everything it was ever sent. */
  requests: ModelRequest[];
  behaves: Behaviour;
  close(): Promise<void>;
}

/** A server that speaks as much of OpenAI's interface as a test wants, and misbehaves in any way it wants. */
export async function startModelServer(behaves: Behaviour = says({ intent: 'none' })) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const asked = { path: request.url ?? '', headers: request.headers, body };
    model.requests.push(asked);
    await model.behaves(asked, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const model: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    behaves,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return model;
}

interface Choice {
  content?: string | null;
  finish?: string;
  refusal?: string;
  tool_calls?: object[];
}

export function completes({ content = null, finish = 'stop', ...rest }: Choice): Behaviour {
  return (_, response) =>
    json(response, 200, {
      id: 'x',
      object: 'chat.completion',
      created: 1,
      model: 'x',
      choices: [
        { index: 0, finish_reason: finish, message: { role: 'assistant', content, ...rest } },
      ],
      usage: { prompt_tokens: 700, completion_tokens: 12, total_tokens: 712 },
    });
}

export function says(reading: object): Behaviour {
  return completes({ content: JSON.stringify({ service: null, account: null, ...reading }) });
}

export function answers(status: number, body: string, type = 'application/json'): Behaviour {
  return (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(body);
  };
}

/** Takes the request and says nothing, ever. */
export const hangs: Behaviour = () => {};

/** Says that it is about to answer, then nothing. */
export const stalls: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":[');
};

export const hangsUp: Behaviour = (_, response) => {
  response.destroy();
};

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
