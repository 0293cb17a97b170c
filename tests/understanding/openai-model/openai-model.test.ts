import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openaiModel } from '../../../src/understanding/openai-model/openai-model.ts';
import {
  answers,
  type Behaviour,
  completes,
  hangs,
  hangsUp,
  type ModelServer,
  says,
  stalls,
  startModelServer,
} from '../../helpers/model-server.ts';
import { understander } from '../../helpers/understander.ts';

describe('the model behind an OpenAI-compatible server', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.requests.length = 0;
  });

  const model = () =>
    openaiModel({ baseUrl: server.url, apiKey: 'secret-key', model: 'm' }, understander.titleOf);
  const ask = (behaves: Behaviour, ms = 5_000) => {
    server.behaves = behaves;
    return model()('بدهی ‹word›', AbortSignal.timeout(ms));
  };

  it('gives our labels and what the call has cost', async () => {
    const answer = await ask(says({ intent: 'requirements', service: 'clearance' }));
    expect(answer).toEqual({
      reading: { intent: 'requirements', service: 'clearance' },
      tokens: { prompt: 700, completion: 12 },
    });
  });

  it('sends the masked message under the fixed instruction, asks for answers by schema, and nothing else', async () => {
    await ask(says({ intent: 'debt' }));
    const [{ body, headers, path }] = server.requests as [(typeof server.requests)[0]];
    const sent = JSON.parse(body);
    expect(path).toBe('/v1/chat/completions');
    expect(Object.keys(sent).sort()).toEqual([
      ...['max_completion_tokens', 'messages', 'model', 'response_format'],
    ]);
    expect(sent.messages).toHaveLength(2);
    expect(sent.messages[1]).toEqual({ role: 'user', content: 'بدهی ‹word›' });
    expect(sent.response_format.type).toBe('json_schema');
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('has no secret in its instruction', async () => {
    await ask(says({ intent: 'debt' }));
    expect(server.requests[0]!.body).not.toMatch(
      /secret-key|api.?key|bot.?token|password|postgres/i,
    );
  });

  it('asks a server that knows no schema for plain JSON, and goes on so', async () => {
    const asks = model();
    server.behaves = (request, response) =>
      request.body.includes('json_schema')
        ? answers(400, '{"error":{"message":"json_schema is not supported"}}')(request, response)
        : completes({ content: '```json\n{"intent":"debt"}\n```' })(request, response);
    for (const requests of [2, 3]) {
      const { reading } = await asks('x', AbortSignal.timeout(5_000));
      expect(reading).toEqual({ intent: 'debt' });
      expect(server.requests).toHaveLength(requests);
    }
  });

  it.each<[string, Behaviour]>([
    ['an intent that is none of ours', says({ intent: 'show-file' })],
    ['a service that is none of ours', says({ intent: 'permit', service: 'gold' })],
    ['prose', completes({ content: 'The citizen owes 12 million.' })],
    ['JSON of another shape', completes({ content: '["debt"]' })],
    ['an answer cut short', completes({ content: '{"intent":"de', finish: 'length' })],
    [
      'a whole answer said to be cut short',
      completes({ content: '{"intent":"debt"}', finish: 'length' }),
    ],
    ['a refusal', completes({ refusal: 'I cannot help with that.' })],
    ['an empty answer', completes({ content: '' })],
    [
      'a call of a tool',
      completes({
        finish: 'tool_calls',
        tool_calls: [{ id: '1', type: 'function', function: { name: 'pay', arguments: '{}' } }],
      }),
    ],
    ['no choice at all', answers(200, '{"choices":[]}')],
  ])('reads nothing out of %s', async (_, behaves) => {
    expect((await ask(behaves)).reading).toBeNull();
  });

  it('takes nothing but the labels out of an answer that says more', async () => {
    const { reading } = await ask(says({ intent: 'debt', level: 3, html: '<a href="x">pay</a>' }));
    expect(reading).toEqual({ intent: 'debt' });
  });

  it.each<[string, Behaviour]>([
    ['an HTML page with status 200', answers(200, '<html>proxy</html>', 'text/html')],
    ['an HTML page with status 502', answers(502, '<html>bad gateway</html>', 'text/html')],
    ['broken JSON', answers(200, '{"choices":')],
    ['a megabyte', completes({ content: 'x'.repeat(1_000_000) })],
    ['status 500', answers(500, '{"error":{"message":"no"}}')],
    ['status 429', answers(429, '{"error":{"message":"slow down"}}')],
    ['status 401', answers(401, '{"error":{"message":"who are you"}}')],
    ['another 400', answers(400, '{"error":{"message":"model not found"}}')],
    [
      'a way elsewhere',
      (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    ],
    ['a connection that breaks', hangsUp],
    ['null', answers(200, 'null')],
  ])('fails at %s after one try', async (_, behaves) => {
    await expect(ask(behaves)).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, Behaviour]>([
    ['never answers', hangs],
    ['never ends its answer', stalls],
  ])('does not wait for a server that %s', async (_, behaves) => {
    const begun = performance.now();
    await expect(ask(behaves, 300)).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(2_500);
  });
});
