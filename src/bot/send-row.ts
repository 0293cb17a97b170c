import { readFile } from 'node:fs/promises';
import { InputFile, type RawApi } from 'grammy';
import type { Logger } from 'pino';
import type { PhotoAsset } from '../dialogue/turn.ts';
import type { OutboxRow } from './outbox.ts';
import type { PhotoPayload } from './outgoing.ts';

/** Where each picture's file lies; a PNG. */
export type Assets = Readonly<Partial<Record<PhotoAsset, string>>>;

/** One call to Telegram; throws what the call throws. */
export async function sendRow(
  { chatId, message }: OutboxRow,
  calls: RawApi,
  assets: Assets,
  logger: Logger,
): Promise<void> {
  switch (message.method) {
    case 'sendMessage':
      await calls.sendMessage({ chat_id: chatId, ...message.payload });
      return;
    case 'sendVenue':
      await calls.sendVenue({ chat_id: chatId, ...message.payload });
      return;
    case 'sendPhoto': {
      const { asset, ...rest } = message.payload;
      const photo = await pictureOf(asset, assets, logger);
      if (photo) await calls.sendPhoto({ chat_id: chatId, photo, ...rest });
      else await sendCaption(chatId, rest, calls);
      return;
    }
    default:
      message satisfies never;
  }
}

/** Null when the file can't be read: trying again would hold up all that comes after it. */
async function pictureOf(
  asset: PhotoAsset,
  assets: Assets,
  logger: Logger,
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
