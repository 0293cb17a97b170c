import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARYAM, REZA, type RunningPlayground, startPlayground } from './start-playground.ts';

describe('sending and editing', () => {
  let playground: RunningPlayground;
  let clock = 0;

  beforeAll(async () => {
    // Time runs only for the flood limit, a minute between two calls.
    playground = await startPlayground({ elapsed: () => clock });
    playground.api.sendAs(MARYAM, { kind: 'text', text: 'سلام' });
  });

  afterAll(() => playground.stop());

  const call = (method: string, parameters: object) => {
    clock += 60_000;
    return playground.call(method, { chat_id: MARYAM, ...parameters });
  };
  const send = (parameters: object) => call('sendMessage', { text: 'سلام', ...parameters });
  const html = (text: string) => send({ text, parse_mode: 'HTML' });

  it('an unknown token is refused with 401', async () => {
    const response = await fetch(`${playground.address}/botother/getMe`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
  });

  it('an unknown method is refused with 404', async () => {
    expect(await call('sendMesage', {})).toMatchObject({ status: 404, error_code: 404 });
    expect(await call('constructor', {})).toMatchObject({ status: 404 });
  });

  it.each([
    [{ txt: 'سلام' }, 'has no "txt"'],
    [{ text: 5 }, '"text" must be of type String'],
    [{ chat_id: undefined, text: 'سلام' }, 'needs "chat_id"'],
    [{ disable_notification: 'yes' }, '"disable_notification" must be of type Boolean'],
    [{ reply_markup: { inlinekeyboard: [] } }, 'none of the kinds of ReplyMarkup'],
    [{ parse_mode: 'html' }, 'parse_mode "html"'],
  ])('sendMessage with %j is refused', async (parameters, reason) => {
    const answer = await send(parameters);
    expect(answer).toMatchObject({ status: 400, ok: false });
    expect(answer.description).toContain(reason);
  });

  it('the same call is understood from a query, a form and a multipart body', async () => {
    const address = `${playground.address}/botdemo:token/sendMessage`;
    const fields = { chat_id: String(MARYAM), text: 'سلام & درود', disable_notification: 'true' };
    const markup = JSON.stringify({ inline_keyboard: [[{ text: 'بله', callback_data: 'y' }]] });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('reply_markup', markup);
    clock += 60_000;
    const answers = await Promise.all([
      fetch(`${address}?${new URLSearchParams({ ...fields, reply_markup: markup })}`),
      fetch(address, {
        method: 'POST',
        body: new URLSearchParams({ ...fields, reply_markup: markup }),
      }),
      fetch(address, { method: 'POST', body: form }),
    ]);
    for (const answer of answers) {
      const { result } = (await answer.json()) as {
        result: { text: string; reply_markup: object };
      };
      expect(result.text).toBe('سلام & درود');
      expect(result.reply_markup).toEqual(JSON.parse(markup));
    }
  });

  it('a text is 1 to 4096 characters long after its tags are read', async () => {
    expect((await send({ text: '' })).description).toBe('Bad Request: message text is empty');
    expect((await html('<b></b>')).ok).toBe(false);
    expect((await html(`<b>${'ا'.repeat(4096)}</b>`)).ok).toBe(true);
    expect((await send({ text: 'ا'.repeat(4097) })).description).toBe(
      'Bad Request: message is too long',
    );
  });

  it.each([
    [' سلام', 'white space'],
    ['سلام\n', 'white space'],
    ['کد \u202a3-11\u202c', 'U+202A'],
    ['یک\tدو', 'U+0009'],
    ['یک\u0007', 'U+0007'],
  ])('the text %j is refused because Telegram would quietly change it', async (text, reason) => {
    const answer = await send({ text });
    expect(answer.status).toBe(400);
    expect(answer.description).toContain(reason);
  });

  it('isolates, half-spaces and line breaks are left as they are', async () => {
    const text = 'می‌خواهم\n\u20663-11-245\u2069';
    expect((await send({ text })).result.text).toBe(text);
  });

  it('more than 100 entities are refused because Telegram would drop the rest', async () => {
    expect((await html('<b>ا</b> '.repeat(100).trim())).ok).toBe(true);
    expect((await html('<b>ا</b> '.repeat(101).trim())).description).toContain('101 entities');
  });

  it('a chat that the citizen has not begun is not found', async () => {
    for (const chat_id of [REZA, 4711, '@somebody']) {
      expect(await send({ chat_id })).toMatchObject({
        status: 400,
        description: 'Bad Request: chat not found',
      });
    }
  });

  it('a citizen who blocked the bot is out of reach until they write again', async () => {
    playground.api.sendAs(REZA, { kind: 'text', text: 'سلام' });
    playground.api.sendAs(REZA, { kind: 'block' });
    expect(await send({ chat_id: REZA })).toMatchObject({
      status: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    playground.api.sendAs(REZA, { kind: 'text', text: 'سلام' });
    expect((await send({ chat_id: REZA })).ok).toBe(true);
  });

  it('an edit that changes nothing is refused', async () => {
    const { result } = await send({ text: 'یک' });
    const edit = { message_id: result.message_id, text: 'یک' };
    expect((await call('editMessageText', edit)).description).toContain('message is not modified');
    const keyboard = { inline_keyboard: [[{ text: 'بله', callback_data: 'y' }]] };
    const changed = await call('editMessageText', { ...edit, reply_markup: keyboard });
    expect(changed.result).toMatchObject({ text: 'یک', edit_date: expect.any(Number) });
  });

  it("an unknown message, a citizen's message and one with a reply keyboard cannot be edited", async () => {
    const own = playground.api.messagesOf(MARYAM).find(({ from }) => !from.is_bot)?.message_id;
    const keyboard = { keyboard: [[{ text: 'بله' }]] };
    const { result: sealed } = await send({ reply_markup: keyboard });
    const edit = (message_id: number | undefined) =>
      call('editMessageText', { message_id, text: 'دو' });
    expect((await edit(1)).description).toBe('Bad Request: message to edit not found');
    expect((await edit(own)).description).toBe("Bad Request: message can't be edited");
    expect((await edit(sealed.message_id)).description).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it('a message without text has no text to edit, but its keyboard can change', async () => {
    const venue = { latitude: 34.8, longitude: 48.5, title: 'دفتر', address: 'خیابان مهدیه' };
    const { result } = await call('sendVenue', venue);
    expect(result.location).toEqual({ latitude: 34.8, longitude: 48.5 });
    const message_id = result.message_id;
    expect((await call('editMessageText', { message_id, text: 'دو' })).description).toContain(
      'there is no text',
    );
    const reply_markup = { inline_keyboard: [[{ text: 'بله', callback_data: 'y' }]] };
    expect((await call('editMessageReplyMarkup', { message_id, reply_markup })).ok).toBe(true);
  });

  it('a deleted message is gone, and cannot be deleted twice', async () => {
    const { message_id } = (await send({})).result;
    expect((await call('deleteMessage', { message_id })).result).toBe(true);
    expect((await call('deleteMessage', { message_id })).description).toBe(
      'Bad Request: message to delete not found',
    );
  });

  it('places outside the earth and venues without a name are refused', async () => {
    expect((await call('sendLocation', { latitude: 91, longitude: 0 })).status).toBe(400);
    const place = { latitude: 34.8, longitude: 48.5, address: 'خیابان مهدیه' };
    expect((await call('sendVenue', { ...place, title: ' ' })).status).toBe(400);
  });

  it('a burst of thirty messages passes, then a chat must wait as long as it is told', async () => {
    clock += 600_000;
    const one = () => playground.call('sendMessage', { chat_id: MARYAM, text: 'سلام' });
    for (let sent = 0; sent < 30; sent += 1) expect((await one()).ok).toBe(true);
    const refused = await one();
    expect(refused).toMatchObject({ status: 429, parameters: { retry_after: 1 } });
    clock += 1000;
    expect((await one()).ok).toBe(true);
  });

  it('a photo must be one, and a file has its contents', async () => {
    const post = async (method: string, name: string, file: File) => {
      clock += 60_000;
      const form = new FormData();
      form.set('chat_id', String(MARYAM));
      form.set(name, file);
      const address = `${playground.address}/botdemo:token/${method}`;
      return (await (await fetch(address, { method: 'POST', body: form })).json()) as {
        ok: boolean;
      };
    };
    expect((await post('sendPhoto', 'photo', new File(['x'], 'a.png'))).ok).toBe(false);
    expect((await post('sendDocument', 'document', new File([], 'a.pdf'))).ok).toBe(false);
    expect(await post('sendDocument', 'document', new File(['x'], 'a.pdf'))).toMatchObject({
      ok: true,
      result: { document: { file_name: 'a.pdf', mime_type: 'application/pdf', file_size: 1 } },
    });
    expect((await call('sendDocument', { document: 'https://example.ir/a.pdf' })).ok).toBe(false);
  });

  it('commands are lower case and have a description; a citizen sees those of private chats', async () => {
    const set = (command: string, description: string, more = {}) =>
      playground.call('setMyCommands', { commands: [{ command, description }], ...more });
    expect((await set('Start', 'شروع')).description).toContain('BOT_COMMAND_INVALID');
    expect((await set('start', ' ')).description).toContain('BOT_COMMAND_DESCRIPTION_INVALID');
    const narrower = playground.api.waitForEvent(({ type }) => type === 'commands');
    await set('start', 'شروع', { scope: { type: 'all_private_chats' }, language_code: 'fa' });
    expect(await narrower).toMatchObject({ commands: [{ command: 'start', description: 'شروع' }] });
    expect((await playground.call('getMyCommands')).result).toEqual([]);
  });

  it("the bot's name and description are kept and read back", async () => {
    await playground.call('setMyName', { name: 'پاسخگو', language_code: 'fa' });
    expect((await playground.call('getMyName', { language_code: 'fa' })).result.name).toBe(
      'پاسخگو',
    );
    expect((await playground.call('getMyName')).result.name).toBe('پاسخ');
    expect((await playground.call('setMyDescription', { description: 'ا'.repeat(513) })).ok).toBe(
      false,
    );
  });
});
