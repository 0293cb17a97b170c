import { readFile } from 'node:fs/promises';
import { InputFile, type RawApi } from 'grammy';
import type { Logger } from 'pino';
import type { PhotoAsset } from '../dialogue/turn.ts';
import type { OutboxRow } from './outbox.ts';
import type { PhotoPayload, TextPayload } from './outgoing.ts';
import { refusalOf } from './telegram.ts';

/** Where each picture's file lies; a PNG. */
export type Assets = Readonly<Partial<Record<PhotoAsset, string>>>;

export interface SendTools {
  assets: Assets;
  logger: Logger;
  onTopicGone?: (topic: { groupId: number; threadId: number }) => void;
}

/** One call to Telegram; throws what the call throws. */
export async function sendRow(
  { chatId, message }: OutboxRow,
  calls: RawApi,
  tools: SendTools,
): Promise<void> {
  switch (message.method) {
    case 'sendMessage':
      await sendText(chatId, message.payload, calls, tools);
      return;
    case 'sendVenue':
      await calls.sendVenue({ chat_id: chatId, ...message.payload });
      return;
    case 'sendPhoto': {
      const { asset, ...rest } = message.payload;
      const photo = await pictureOf(asset, tools);
      if (photo) await calls.sendPhoto({ chat_id: chatId, photo, ...rest });
      else await sendCaption(chatId, rest, calls);
      return;
    }
    default:
      message satisfies never;
  }
}

/** What was to be told in a topic that is gone is told outside it: nobody's words are lost. */
async function sendText(
  chatId: number,
  payload: TextPayload,
  calls: RawApi,
  { onTopicGone, logger }: SendTools,
): Promise<void> {
  const { message_thread_id: threadId, ...outside } = payload;
  try {
    await calls.sendMessage({ chat_id: chatId, ...payload });
  } catch (error) {
    const description = refusalOf(error)?.description ?? '';
    if (threadId === undefined || !/thread not found|topic.deleted/i.test(description)) throw error;
    logger.warn('a topic of the group of OPERATORS_CHAT_ID is gone');
    onTopicGone?.({ groupId: chatId, threadId });
    await calls.sendMessage({ chat_id: chatId, ...outside });
  }
}

/** Null when the file can't be read: trying again would hold up all that comes after it. */
async function pictureOf(
  asset: PhotoAsset,
  { assets, logger }: SendTools,
): Promise<InputFile | null> {
  try {
    const path = assets[asset];
    if (!path) throw new Error('no file is set for it');
    return new InputFile(await readFile(path), `${asset}.png`);
  } catch (error) {
    logger.error({ asset, err: error }, 'a picture could not be read; its words go alone');
    return null;
  }
}

async function sendCaption(
  chatId: number,
  { caption, ...rest }: Omit<PhotoPayload, 'asset'>,
  calls: RawApi,
): Promise<void> {
  if (caption) await calls.sendMessage({ chat_id: chatId, text: caption, ...rest });
}
