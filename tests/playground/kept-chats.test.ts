import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { MARYAM, type RunningPlayground, startPlayground } from './start-playground.ts';

const KEYBOARD = { keyboard: [[{ text: 'ارسال شماره من' }]], resize_keyboard: true };

let chatsFile: string;
beforeEach(() => {
  chatsFile = join(mkdtempSync(join(tmpdir(), 'pasokh-chats-')), 'chats.json');
});

interface ShownChat {
  entries: { message: { message_id: number; text: string } }[];
  keyboard: unknown;
}

async function chatOf({ address }: RunningPlayground): Promise<ShownChat> {
  const response = await fetch(`${address}/playground/chats/${MARYAM}`);
  return (await response.json()) as ShownChat;
}

async function talked(): Promise<void> {
  const playground = await startPlayground({ chatsFile });
  await fetch(`${playground.address}/playground/chats/${MARYAM}/acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'text', text: 'سلام' }),
  });
  await playground.call('sendMessage', {
    chat_id: MARYAM,
    text: 'در خدمتم',
    reply_markup: KEYBOARD,
  });
  await playground.stop();
}

it('a chat is there after a restart, with its keyboard, and goes on', async () => {
  await talked();
  const again = await startPlayground({ chatsFile });
  const { entries, keyboard } = await chatOf(again);
  expect(entries.map(({ message }) => message.text)).toEqual(['سلام', 'در خدمتم']);
  expect(keyboard).toMatchObject(KEYBOARD);
  const { ok, result } = await again.call('sendMessage', { chat_id: MARYAM, text: 'بفرمایید' });
  expect(ok).toBe(true);
  expect(result.message_id).toBeGreaterThan(entries.at(-1)!.message.message_id);
  await again.stop();
});

it('a damaged file costs the history and nothing else', async () => {
  await talked();
  writeFileSync(chatsFile, '{');
  const again = await startPlayground({ chatsFile });
  expect(await chatOf(again)).toMatchObject({ entries: [], keyboard: null });
  await again.stop();
});
