import type { Bot } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundCitizen } from '../helpers/playground-client.ts';
import { startEchoBot } from './echo-bot.ts';
import {
  MARYAM,
  REZA,
  type RunningPlayground,
  startPlayground,
  TOKEN,
} from './start-playground.ts';

describe('a grammY bot in the playground, over HTTP', () => {
  let playground: RunningPlayground;
  let bot: Bot;
  const maryam = () => playgroundCitizen(playground.address, MARYAM);

  beforeAll(async () => {
    playground = await startPlayground();
    bot = await startEchoBot(playground.address, TOKEN);
  });

  afterAll(async () => {
    await bot.stop();
    await playground.stop();
  });

  it('answers what a citizen writes', async () => {
    const citizen = maryam();
    await citizen.says('سلام');
    const [reply] = await citizen.waitsForReplies(1);
    expect(reply?.text).toBe('شما نوشتید: سلام');
  });

  it('receives a command as an entity, and its reply is shown formatted', async () => {
    const citizen = maryam();
    await citizen.says('/start');
    const [reply] = await citizen.waitsForReplies(1);
    expect(reply?.entities?.map(({ type }) => type)).toEqual(['bold', 'text_link', 'code']);
    expect(await citizen.buttons()).toEqual(['بدهی ملک', 'هشدار', 'کپی شناسه', 'سایت']);
  });

  it('answers a press and edits the message it was under', async () => {
    const citizen = maryam();
    await citizen.says('/start');
    await citizen.waitsForReplies(1);
    await citizen.presses('بدهی ملک');
    const [edited] = await citizen.waitsForReplies();
    expect(edited?.text).toBe('بدهی: ۲٬۸۹۷٬۸۰۰ تومان');
    expect(edited?.reply_markup).toBeUndefined();
  });

  it("knows a citizen's own contact, sent with the keyboard's button, and takes the keyboard away", async () => {
    const citizen = maryam();
    await citizen.says('/phone');
    await citizen.waitsForReplies(1);
    await citizen.presses('ارسال شماره من');
    const [reply] = await citizen.waitsForReplies(1);
    expect(reply?.text).toBe('شماره خودتان است');
    expect(await citizen.keyboardButtons()).toEqual([]);
    const contact = (await citizen.messages()).find((message) => message.contact);
    expect(contact?.contact?.phone_number).toBe('989120000001');
    expect(contact?.reply_to_message?.text).toBe('شماره همراهتان را بفرستید.');
  });

  it("is not taken in by another citizen's contact, nor by a forwarded or typed one", async () => {
    const citizen = maryam();
    for (const act of [
      { kind: 'contact', of: { citizen: REZA } },
      { kind: 'contact', of: { phone: '+989120000001', firstName: 'مریم' } },
      { kind: 'forward-contact', from: { citizen: REZA }, of: 'own' },
    ]) {
      await citizen.does(act);
      const [reply] = await citizen.waitsForReplies(1);
      expect(reply?.text).toBe('شماره دیگری است');
    }
  });

  it('sends a venue for a location', async () => {
    const citizen = maryam();
    await citizen.sharesLocation(34.798, 48.515);
    const [reply] = await citizen.waitsForReplies(1);
    expect(reply?.venue?.title).toBe('دفتر پیشخوان ارکیده');
  });

  it('sends a file whose bytes the citizen can fetch', async () => {
    const citizen = maryam();
    const base64 = Buffer.from('نقشه').toString('base64');
    await citizen.does({ kind: 'document', name: 'نقشه.txt', mimeType: 'text/plain', base64 });
    const [reply] = await citizen.waitsForReplies(1);
    const id = reply?.document?.file_id ?? '';
    const response = await fetch(`${playground.address}/playground/files/${id}`);
    expect(await response.text()).toBe('گواهی');
    expect(reply?.caption).toBe('رسید شما');
  });

  it('hears of an edited message', async () => {
    const citizen = maryam();
    await citizen.says('بدهی');
    await citizen.waitsForReplies(1);
    const own = (await citizen.messages()).findLast((message) => !message.from?.is_bot);
    await citizen.does({ kind: 'edit', messageId: own?.message_id, text: 'بدهی ملک' });
    const [reply] = await citizen.waitsForReplies(1);
    expect(reply?.text).toBe('ویرایش: بدهی ملک');
  });

  it('makes no call that Telegram would refuse', () => {
    expect(playground.api.refusedCalls()).toEqual([]);
  });
});
