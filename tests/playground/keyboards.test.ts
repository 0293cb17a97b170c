import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARYAM, type RunningPlayground, startPlayground } from './start-playground.ts';

describe('keyboards and presses', () => {
  let playground: RunningPlayground;
  let clock = 0;

  beforeAll(async () => {
    playground = await startPlayground({ elapsed: () => clock });
    playground.api.sendAs(MARYAM, { kind: 'text', text: 'سلام' });
  });

  afterAll(() => playground.stop());

  const send = (reply_markup: object) => {
    clock += 60_000;
    return playground.call('sendMessage', { chat_id: MARYAM, text: 'سلام', reply_markup });
  };
  const inline = (...buttons: object[]) => send({ inline_keyboard: [buttons] });
  const filled = (rows: number, columns: number) =>
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => ({ text: 'بله', callback_data: 'y' })),
    );

  it('callback_data is 1 to 64 bytes, so 32 Persian letters and no more', async () => {
    const button = (data: string) => inline({ text: 'بله', callback_data: data });
    expect((await button('ا'.repeat(32))).ok).toBe(true);
    expect((await button('ا'.repeat(33))).description).toContain('BUTTON_DATA_INVALID (66 bytes');
    expect((await button('')).description).toContain('BUTTON_DATA_INVALID');
  });

  it.each([
    [{ text: 'بله' }, 'Text buttons are unallowed'],
    [{ text: 'بله', callback_data: 'y', url: 'https://a.ir' }, 'callback_data and url'],
    [{ text: ' ', callback_data: 'y' }, 'must be non-empty'],
    [{ text: 'بله ', callback_data: 'y' }, 'white space'],
    [{ text: 'بله', url: 'http://localhost:8080' }, 'the host has no dot'],
    [{ text: 'بله', url: 'a.ir' }, 'is invalid'],
    [{ text: 'بله', url: 'ftp://a.ir' }, 'Unsupported URL protocol'],
    [{ text: 'بله', copy_text: { text: '' } }, '1 to 256'],
    [{ text: 'بله', copy_text: { text: '۱'.repeat(257) } }, '1 to 256'],
    [{ text: 'بله', callbackData: 'y' }, 'has no "callbackData"'],
    [{ text: 'بله', callback_data: 'y', style: 'red' }, 'danger, success, primary'],
  ])('the inline button %j is refused', async (button, reason) => {
    const answer = await inline(button);
    expect(answer.status).toBe(400);
    expect(answer.description).toContain(reason);
  });

  it.each([
    [{ text: 'بله', callback_data: 'y' }],
    [{ text: 'بله', url: 'https://a.ir/x?y=1#z' }],
    [{ text: 'بله', url: 'tg://resolve?domain=somebody' }],
    [{ text: 'بله', copy_text: { text: '۱'.repeat(256) } }],
    [{ text: 'بله', callback_data: 'y', style: 'danger' }],
  ])('the inline button %j is taken', async (button) => {
    expect((await inline(button)).ok).toBe(true);
  });

  it('an inline keyboard has up to 8 buttons a row, 100 in all, and no empty rows', async () => {
    expect((await send({ inline_keyboard: filled(12, 8) })).ok).toBe(true);
    expect((await send({ inline_keyboard: filled(1, 9) })).ok).toBe(false);
    expect((await send({ inline_keyboard: filled(13, 8) })).ok).toBe(false);
    expect((await send({ inline_keyboard: [[], ...filled(1, 1)] })).ok).toBe(false);
  });

  it('a reply keyboard is shown until it is removed', async () => {
    const button = { text: 'ارسال شماره من', request_contact: true };
    await send({ keyboard: [[button, 'چرا؟']], resize_keyboard: true });
    const chat = async () =>
      (await (await fetch(`${playground.address}/playground/chats/${MARYAM}`)).json()) as {
        keyboard: { keyboard: object[][] } | null;
      };
    expect((await chat()).keyboard?.keyboard).toEqual([[button, { text: 'چرا؟' }]]);
    await send({ remove_keyboard: true });
    expect((await chat()).keyboard).toBeNull();
  });

  it.each([
    [{ keyboard: [] }, 'no buttons'],
    [{ keyboard: [[{ text: '' }]] }, 'must be non-empty'],
    [{ keyboard: [[{ text: 'بله', callback_data: 'y' }]] }, 'has no "callback_data"'],
    [
      { keyboard: [[{ text: 'بله', request_contact: true, request_location: true }]] },
      'one is kept',
    ],
    [{ keyboard: [[{ text: 'بله' }]], input_field_placeholder: 'ا'.repeat(65) }, '1 to 64'],
    [{ remove_keyboard: false }, 'must be of type True'],
  ])('the reply keyboard %j is refused', async (markup, reason) => {
    const answer = await send(markup);
    expect(answer.status).toBe(400);
    expect(answer.description).toContain(reason);
  });

  async function press(): Promise<string> {
    const { result } = await inline({ text: 'بله', callback_data: 'y' });
    const act = { kind: 'press', messageId: result.message_id, data: 'y' } as const;
    const pressed = playground.api.sendAs(MARYAM, act);
    return pressed.kind === 'pressed' ? pressed.queryId : '';
  }
  const answer = (callback_query_id: string, more = {}) =>
    playground.call('answerCallbackQuery', { callback_query_id, ...more });

  it('a press comes with the message it was made on', async () => {
    const id = await press();
    const { result } = await playground.call('getUpdates', { offset: -1 });
    expect(result[0].callback_query).toMatchObject({
      id,
      data: 'y',
      from: { id: MARYAM },
      message: { text: 'سلام', reply_markup: { inline_keyboard: [[{ callback_data: 'y' }]] } },
      chat_instance: expect.any(String),
    });
  });

  it('a press is answered once', async () => {
    const id = await press();
    expect((await answer(id, { text: 'ثبت شد' })).result).toBe(true);
    expect((await answer(id)).description).toContain('query is too old');
  });

  it('a press that has waited for over a minute can no longer be answered', async () => {
    const id = await press();
    clock += 61_000;
    expect((await answer(id)).status).toBe(400);
  });

  it('an unknown press and an answer over 200 characters are refused', async () => {
    expect((await answer('12345')).description).toContain('query ID is invalid');
    expect((await answer(await press(), { text: 'ا'.repeat(201) })).status).toBe(400);
  });

  it('nobody can press a button that the message does not have', async () => {
    const { result } = await inline({ text: 'بله', callback_data: 'y' });
    const act = { kind: 'press', messageId: result.message_id, data: 'admin' } as const;
    expect(playground.api.sendAs(MARYAM, act).kind).toBe('impossible');
  });
});
