import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MARYAM, type RunningPlayground, startPlayground, TOKEN } from './start-playground.ts';

describe('the delivery of updates', () => {
  let playground: RunningPlayground;

  beforeEach(async () => {
    playground = await startPlayground();
  });

  afterEach(() => playground.stop());

  const say = (text: string) => playground.api.sendAs(MARYAM, { kind: 'text', text });
  const getUpdates = (parameters = {}) => playground.call('getUpdates', parameters);
  const texts = (answer: { result: { message?: { text: string } }[] }) =>
    answer.result.map(({ message }) => message?.text);

  it('an update that nobody has confirmed is delivered again', async () => {
    say('یک');
    const first = await getUpdates();
    expect(texts(first)).toEqual(['یک']);
    expect((await getUpdates()).result).toEqual(first.result);
  });

  it('an offset confirms all updates before it', async () => {
    say('یک');
    say('دو');
    const [one] = (await getUpdates()).result;
    expect(texts(await getUpdates({ offset: one.update_id + 1 }))).toEqual(['دو']);
    expect(texts(await getUpdates())).toEqual(['دو']);
  });

  it('a confirmed message has its second tick, one that waits has not', async () => {
    say('یک');
    const [update] = (await getUpdates()).result;
    const seen = playground.api.waitForEvent(({ type }) => type === 'seen');
    await getUpdates({ offset: update.update_id + 1 });
    expect(await seen).toMatchObject({ messageId: update.message.message_id });
  });

  it('a negative offset keeps only the last updates', async () => {
    for (const text of ['یک', 'دو', 'سه']) say(text);
    expect(texts(await getUpdates({ offset: -1 }))).toEqual(['سه']);
    expect(texts(await getUpdates())).toEqual(['سه']);
  });

  it('no more updates come at once than the limit allows', async () => {
    for (const text of ['یک', 'دو', 'سه']) say(text);
    expect(texts(await getUpdates({ limit: 2 }))).toEqual(['یک', 'دو']);
  });

  it('a long poll is answered as soon as something happens', async () => {
    const poll = getUpdates({ timeout: 50 });
    say('یک');
    expect(texts(await poll)).toEqual(['یک']);
  });

  it('a second poller ends the first with 409', async () => {
    const first = getUpdates({ timeout: 50, allowed_updates: ['message'] });
    await pollHasArrived(playground);
    expect((await getUpdates()).ok).toBe(true);
    expect(await first).toMatchObject({ status: 409, error_code: 409, ok: false });
  });

  it('after a bot has hung up, the next poll gets the update', async () => {
    const hungUp = new AbortController();
    const poll = `${playground.address}/bot${TOKEN}/getUpdates?timeout=50&allowed_updates=["message"]`;
    const first = fetch(poll, { signal: hungUp.signal });
    await pollHasArrived(playground);
    hungUp.abort();
    await expect(first).rejects.toThrow();
    const next = getUpdates({ timeout: 50 });
    say('یک');
    expect(texts(await next)).toEqual(['یک']);
  });

  it('kinds of updates the bot did not ask for are not made, and the wish is remembered', async () => {
    await getUpdates({ allowed_updates: ['callback_query'] });
    say('یک');
    expect((await getUpdates()).result).toEqual([]);
    await getUpdates({ allowed_updates: [] });
    say('دو');
    expect(texts(await getUpdates())).toEqual(['دو']);
  });

  it('a misspelt kind of update is refused', async () => {
    const answer = await getUpdates({ allowed_updates: ['mesage'] });
    expect(answer.description).toContain('"mesage"');
  });

  it('getUpdates is refused with 409 while a webhook is set', async () => {
    await playground.call('setWebhook', { url: 'https://bot.example.ir/telegram' });
    expect(await getUpdates()).toMatchObject({ status: 409 });
    expect((await playground.call('getWebhookInfo')).result.url).toContain('bot.example.ir');
    await playground.call('deleteWebhook', { drop_pending_updates: true });
    expect((await getUpdates()).ok).toBe(true);
  });

  it('update and message ids go on growing when the playground starts again', async () => {
    say('یک');
    const [before] = (await getUpdates()).result;
    const later = new Date(Date.now() + 1000);
    const again = await startPlayground({ now: () => later });
    again.api.sendAs(MARYAM, { kind: 'text', text: 'دو' });
    const [after] = (await again.call('getUpdates')).result;
    expect(after.update_id).toBeGreaterThan(before.update_id);
    expect(after.message.message_id).toBeGreaterThan(before.message.message_id);
    await again.stop();
  });

  it("a citizen's own message has Telegram's shape", async () => {
    say('/start سلام');
    const [update] = (await getUpdates()).result;
    expect(update).toEqual({
      update_id: expect.any(Number),
      message: {
        message_id: expect.any(Number),
        from: {
          id: MARYAM,
          is_bot: false,
          first_name: 'مریم',
          last_name: 'احمدی',
          language_code: 'fa',
        },
        chat: { id: MARYAM, type: 'private', first_name: 'مریم', last_name: 'احمدی' },
        date: expect.any(Number),
        text: '/start سلام',
        entities: [{ type: 'bot_command', offset: 0, length: 6 }],
      },
    });
  });

  it('a forwarded message says whose it was', async () => {
    const from = { hidden: 'ناشناس' };
    playground.api.sendAs(MARYAM, { kind: 'forward', from, text: 'بدهی' });
    const [update] = (await getUpdates()).result;
    expect(update.message.forward_origin).toMatchObject({
      type: 'hidden_user',
      sender_user_name: 'ناشناس',
    });
  });

  it('voice, sticker, photo and document come as their own kinds of content', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAQAAAAT4xYKAAAADElEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    playground.api.sendAs(MARYAM, { kind: 'voice', seconds: 4 });
    playground.api.sendAs(MARYAM, { kind: 'sticker' });
    const file = { name: 'a.png', mimeType: 'image/png', base64: png };
    playground.api.sendAs(MARYAM, { kind: 'photo', ...file });
    playground.api.sendAs(MARYAM, { kind: 'document', ...file });
    const [voice, sticker, photo, document] = (await getUpdates()).result;
    expect(voice.message.voice.duration).toBe(4);
    expect(sticker.message.sticker.type).toBe('regular');
    expect(photo.message.photo[0]).toMatchObject({ width: 2, height: 3 });
    expect(document.message.document.file_name).toBe('a.png');
    const { result } = await playground.call('getFile', {
      file_id: document.message.document.file_id,
    });
    const url = `${playground.address}/file/bot${TOKEN}/${result.file_path}`;
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).toString('base64')).toBe(png);
  });
});

/** A poll shows by the kinds of updates it asked for. */
async function pollHasArrived(playground: RunningPlayground): Promise<void> {
  while (!(await playground.call('getWebhookInfo')).result.allowed_updates);
}
