import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type SetupError, UpstreamError } from '../../src/errors.ts';
import { privateMessage, refusal } from '../helpers/bot-api-server.ts';
import { testDatabases } from '../helpers/database.ts';
import { echo, edgeBot, effectsDone, markEffect, wordsOf } from '../helpers/edge-bot.ts';
import { edgeSuite } from '../helpers/edge-suite.ts';
import { eventually } from '../helpers/eventually.ts';
import { SECRET, startWebhookWorker, type WebhookWorker } from '../helpers/webhook-worker.ts';

const CITIZEN = 1201;

describe.each(testDatabases())('on $name', (engine) => {
  const suite = edgeSuite(engine);
  let workers: WebhookWorker[] = [];

  const started = async (...[options]: [Parameters<typeof startWebhookWorker>[2]?]) => {
    const worker = await startWebhookWorker(suite.api, suite.db, options);
    workers.push(worker);
    return worker;
  };
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    workers = [];
  });

  const bodyOf = (id: number, text: string, citizen = CITIZEN) =>
    JSON.stringify({ update_id: id, message: privateMessage(citizen, { text }) });

  function post(url: string, body: string | ReadableStream, headers: Record<string, string> = {}) {
    const all = {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': SECRET,
      ...headers,
    };
    return fetch(url, { method: 'POST', body, headers: all, duplex: 'half' } as RequestInit);
  }

  async function claims(): Promise<number> {
    const rows = suite.db.selectFrom('update_claims').where('bot_id', '=', suite.api.botId);
    return (await rows.select('update_id').execute()).length;
  }

  test('the webhook is set with its secret, and what comes by it is answered', async () => {
    const worker = await started();
    suite.api.says(CITIZEN, 'hello');
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    expect(suite.api.calls.find(({ method }) => method === 'setWebhook')?.payload).toEqual({
      url: worker.url,
      secret_token: SECRET,
      max_connections: 100,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(suite.api.tries.map(({ status }) => status)).toEqual([200]);
    expect(worker.bot.healthy()).toEqual({ ok: true });
    await eventually(async () => expect(await suite.messagesWaiting()).toBe(0));
  });

  test('200 is answered only when the turn is committed', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    let isInTransaction = false;
    const worker = await started({
      performEffect: async (tx, effect) => {
        const outcome = await markEffect(tx, effect);
        isInTransaction = true;
        await mayGoOn;
        return outcome;
      },
    });
    let status: number | null = null;
    const answer = post(worker.url, bodyOf(900, 'book')).then((response) => {
      status = response.status;
    });
    await eventually(() => expect(isInTransaction).toBe(true));
    expect(status).toBeNull();
    goOn();
    await answer;
    expect(status).toBe(200);
    expect(await effectsDone(suite.db, 'book')).toBe(1);
  });

  test.each([
    ['no secret', { 'x-telegram-bot-api-secret-token': '' }],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': `${SECRET}x` }],
  ])('a request with %s is refused with 401 and changes nothing', async (_, headers) => {
    const worker = await started();
    expect((await post(worker.url, bodyOf(901, 'book'), headers)).status).toBe(401);
    expect(await claims()).toBe(0);
    expect(suite.api.sent).toEqual([]);
  });

  test('a body that comes again is answered 200 and has no second effect', async () => {
    const worker = await started();
    const statuses = [];
    for (let n = 1; n <= 3; n++) {
      statuses.push((await post(worker.url, bodyOf(902, 'book'))).status);
    }
    expect(statuses).toEqual([200, 200, 200]);
    expect(await effectsDone(suite.db, 'book')).toBe(1);
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
  });

  test('ten deliveries of one update at once have one effect', async () => {
    const worker = await started();
    const all = Array.from({ length: 10 }, () => post(worker.url, bodyOf(903, 'book')));
    const answers = await Promise.all(all);
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await effectsDone(suite.db, 'book')).toBe(1);
  });

  test.each([
    ['that is no JSON', 'update_id=1'],
    ['that is a list', '[1]'],
    ['of nothing but brackets', '['.repeat(900_000)],
    ['without a number', JSON.stringify({ message: {} })],
    ['with a number of another kind', JSON.stringify({ update_id: '7' })],
  ])('a body %s is refused with 400', async (_, body) => {
    const worker = await started();
    expect((await post(worker.url, body)).status).toBe(400);
    expect(await claims()).toBe(0);
  });

  test('a body of another type is refused with 400', async () => {
    const worker = await started();
    const headers = { 'content-type': 'text/plain' };
    expect((await post(worker.url, bodyOf(904, 'book'), headers)).status).toBe(400);
  });

  test('an update nested a hundred thousand deep does no harm', async () => {
    const worker = await started();
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const answer = await post(worker.url, `{"update_id":905,"message":${deep}}`);
    expect(answer.status).toBe(200);
    expect((await post(worker.url, bodyOf(906, 'hello'))).status).toBe(200);
  });

  test('a body of ten megabytes is refused with 413, whether it says so before or not', async () => {
    const worker = await started();
    const large = 'x'.repeat(10_000_000);
    expect((await post(worker.url, large)).status).toBe(413);
    const streamed = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 100; n++) controller.enqueue(new Uint8Array(100_000));
        controller.close();
      },
    });
    expect((await post(worker.url, streamed)).status).toBe(413);
    expect(await claims()).toBe(0);
  });

  test('a body that trickles is given up with 408 within five seconds', async () => {
    const worker = await started();
    const { hostname, port } = new URL(worker.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nx-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 500\r\n\r\n{`,
    );
    const trickle = setInterval(() => socket.write(' '), 200);
    const began = performance.now();
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (bytes) => resolve(String(bytes)));
    });
    clearInterval(trickle);
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1\.1 408/);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('without a database the update is refused within eight seconds, comes again, and is answered once', async () => {
    let isDown = true;
    await started({
      performEffect: async (tx, effect) => {
        if (isDown) throw new UpstreamError('the database did not answer');
        return await markEffect(tx, effect);
      },
    });
    const began = performance.now();
    suite.api.says(CITIZEN, 'book');
    await eventually(() => expect(suite.api.tries.map(({ status }) => status)).toEqual([500]));
    expect(performance.now() - began).toBeLessThan(8_000);
    isDown = false;
    await eventually(() => expect(suite.api.textsTo(CITIZEN)).toHaveLength(1));
    await eventually(() => expect(suite.api.unconfirmed()).toEqual([]));
    expect(await effectsDone(suite.db, 'book')).toBe(1);
  });

  test('who sends too much at once is put off with 503 before anything is begun', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const worker = await started({
      mostInHand: 8,
      takeTurn: async (state, incoming) => {
        await mayGoOn;
        return echo(state, incoming);
      },
    });
    const flood = Array.from({ length: 20 }, (_, n) =>
      post(worker.url, bodyOf(1_000 + n, `word-${n}`, 5_000 + n)),
    );
    const refused: (string | null)[] = [];
    for (const answer of flood) {
      void answer.then(({ headers }) => refused.push(headers.get('retry-after')));
    }
    await eventually(() => expect(refused).toEqual(Array(12).fill('1')));
    goOn();
    const statuses = (await Promise.all(flood)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(8);
    expect(statuses.filter((status) => status === 503)).toHaveLength(12);
    expect(await claims()).toBe(8);
  });

  test('a bot that stops takes nothing on: 503, and what it has in hand is finished', async () => {
    const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
    const worker = await started({
      takeTurn: async (state, incoming) => {
        if (wordsOf(incoming) === 'slow') await mayGoOn;
        return echo(state, incoming);
      },
    });
    const slow = post(worker.url, bodyOf(910, 'slow'));
    await eventually(async () => {
      const lines = suite.db.selectFrom('bot.lines').select('queue');
      expect((await lines.execute()).some(({ queue }) => queue.length > 0)).toBe(true);
    });
    const stopped = worker.bot.stop();
    const late = await post(worker.url, bodyOf(911, 'late'));
    expect(late.status).toBe(503);
    goOn();
    expect((await slow).status).toBe(200);
    await stopped;
    expect(await effectsDone(suite.db, 'slow')).toBe(1);
    expect(await effectsDone(suite.db, 'late')).toBe(0);
  });

  test('an address that the server refuses stops the start and names the setting', async () => {
    suite.api.fault = ({ method }) =>
      method === 'setWebhook' ? refusal(400, 'Bad Request: bad webhook: HTTPS url') : undefined;
    const { promise, resolve } = Promise.withResolvers<SetupError>();
    const webhook = { url: 'http://192.0.2.1/telegram', secret: SECRET };
    const bot = edgeBot(suite.api, suite.db, { webhook, onFatal: resolve });
    await bot.start();
    expect((await promise).message).toMatch(/^WEBHOOK_URL: .*bad webhook/);
    expect(bot.healthy()).toMatchObject({ ok: false });
    await bot.stop();
  });
});
