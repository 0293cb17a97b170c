import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person, privateMessage } from '../helpers/bot-api-server.ts';
import { eventually } from '../helpers/eventually.ts';
import { type CityBot, startCityBot } from './city-bot.ts';

const SECRET = 'what-only-telegram-knows';
const JSON_TYPE = { 'content-type': 'application/json' };

describe('the webhook', () => {
  let bot: CityBot;
  let updates = 0;
  beforeAll(async () => {
    bot = await startCityBot({ WEBHOOK_URL: 'http://127.0.0.1:1', WEBHOOK_SECRET: SECRET });
  });
  afterAll(() => bot?.close());

  const update = (userId: number, text = 'سلام') => ({
    update_id: ++updates,
    message: privateMessage(userId, { text }),
  });
  const post = (body: string, headers: Record<string, string>) =>
    fetch(`${bot.app.address}/telegram`, { method: 'POST', body, headers });
  const asTelegram = (body: string) =>
    post(body, { ...JSON_TYPE, 'x-telegram-bot-api-secret-token': SECRET });
  const claims = async () =>
    (await bot.database.db.selectFrom('update_claims').select('update_id').execute()).length;
  const answered = (userId: number, times: number) =>
    eventually(async () => expect(bot.api.textsTo(userId)).toHaveLength(times));

  test.each([
    ['no secret', {}],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'x'.repeat(SECRET.length) }],
    ['the beginning of the secret', { 'x-telegram-bot-api-secret-token': SECRET.slice(0, -1) }],
  ])('whoever comes with %s is refused, and nothing happens', async (_what, headers) => {
    const before = await claims();
    const response = await post(JSON.stringify(update(801)), { ...JSON_TYPE, ...headers });
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
    expect(await claims()).toBe(before);
    expect(bot.api.textsTo(801)).toEqual([]);
  });

  test('an old body that is played again is taken and changes nothing', async () => {
    const body = JSON.stringify(update(802));
    expect((await asTelegram(body)).status).toBe(200);
    await answered(802, 1);
    const before = await claims();
    expect((await asTelegram(body)).status).toBe(200);
    // What comes after it is answered, so what it would have said would have been said.
    expect((await asTelegram(JSON.stringify(update(802)))).status).toBe(200);
    await answered(802, 2);
    expect(await claims()).toBe(before + 1);
  });

  test('ten megabytes are refused unread', async () => {
    const body = JSON.stringify(update(803, 'آ'.repeat(5_000_000)));
    const status = await asTelegram(body).then(
      (response) => response.status,
      // The rest of the body is not waited for.
      () => 413,
    );
    expect(status).toBe(413);
  });

  test.each([
    ['no JSON', '{"update_id":'],
    ['a list', '[1]'],
    ['an update without its number', '{"message":{}}'],
    ['a number that is none', '{"update_id":"7","message":{}}'],
  ])('%s is refused', async (_what, body) => {
    expect((await asTelegram(body)).status).toBe(400);
  });

  test('another type of content is refused', async () => {
    const headers = { 'content-type': 'text/plain', 'x-telegram-bot-api-secret-token': SECRET };
    expect((await post(JSON.stringify(update(804)), headers)).status).toBe(400);
  });

  test('JSON of any depth does no harm', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const response = await asTelegram(`{"update_id":${++updates},"message":${deep}}`);
    expect(response.status).toBeLessThan(500);
    expect((await asTelegram(JSON.stringify(update(805)))).status).toBe(200);
    await answered(805, 1);
  });

  test('a body that trickles in is given up, and others are answered meanwhile', async () => {
    const { hostname, port } = new URL(bot.app.address);
    const socket = connect(Number(port), hostname);
    const heard = new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(`${data}`)),
    );
    socket.write(
      `POST /telegram HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n` +
        `x-telegram-bot-api-secret-token: ${SECRET}\r\ncontent-length: 500\r\n\r\n{"update_id"`,
    );
    expect((await asTelegram(JSON.stringify(update(806)))).status).toBe(200);
    await answered(806, 1);
    expect(await heard).toMatch(/^HTTP\/1\.1 408 /);
    socket.destroy();
  });

  test('a press on the button of somebody else’s private message does nothing', async () => {
    const query = {
      id: 'p',
      from: person(807),
      data: 'w:debt',
      chat_instance: '1',
      message: privateMessage(808, { text: 'x' }),
    };
    const body = JSON.stringify({ update_id: ++updates, callback_query: query });
    expect((await asTelegram(body)).status).toBe(200);
    expect([...bot.api.textsTo(807), ...bot.api.textsTo(808)]).toEqual([]);
  });
});
