import { isDeepStrictEqual } from 'node:util';
import { checkInlineKeyboard } from '../bot-api/check-reply-markup.ts';
import { type FormattedText, readFormattedText } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import type { InlineKeyboard, Message } from '../bot-api/shapes.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import { method } from './method.ts';
import { inlineKeyboardOf } from './outgoing.ts';

const EDITED = {
  chat_id: required('ChatId'),
  message_id: required('Integer'),
  reply_markup: optional('InlineKeyboardMarkup'),
};

interface Edited {
  chat_id: number | string;
  message_id: number;
  reply_markup?: InlineKeyboard;
}

export const editMessageText = method<Edited & { text: string; parse_mode?: string }>(
  {
    ...EDITED,
    text: required('String'),
    parse_mode: optional('String'),
    link_preview_options: optional('LinkPreviewOptions'),
  },
  (world, { text, parse_mode, ...edited }) => {
    const formatted = readFormattedText(text, parse_mode, { what: 'text', max: 4096 });
    return edit(world, edited, (message) => {
      if (message.text === undefined) throw badRequest('there is no text in the message to edit');
      return withText(message, formatted);
    });
  },
);

export const editMessageReplyMarkup = method<Edited>(EDITED, (world, edited) =>
  edit(world, edited, (message) => message),
);

export const deleteMessage = method<{ chat_id: number | string; message_id: number }>(
  { chat_id: required('ChatId'), message_id: required('Integer') },
  (world, { chat_id, message_id }) => {
    const chat = world.chats.writable(chat_id);
    if (!chat.entries.has(message_id)) throw badRequest('message to delete not found');
    world.chats.remove(chat, message_id);
    return true;
  },
);

function edit(world: World, edited: Edited, change: (message: Message) => Message): Message {
  if (edited.reply_markup) checkInlineKeyboard(edited.reply_markup);
  const chat = world.chats.writable(edited.chat_id);
  const before = ownMessage(chat, edited.message_id);
  const { reply_markup: _, edit_date: __, ...changed } = change(before);
  const keyboard = inlineKeyboardOf(edited.reply_markup);
  const after: Message = keyboard ? { ...changed, reply_markup: keyboard } : changed;
  const { edit_date: ___, ...comparable } = before;
  if (isDeepStrictEqual(after, comparable)) {
    throw badRequest(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  const dated = { ...after, edit_date: Math.floor(world.now().getTime() / 1000) };
  world.chats.replace(chat, dated);
  return dated;
}

function ownMessage(chat: Chat, messageId: number): Message {
  const message = chat.entries.get(messageId)?.message;
  if (!message) throw badRequest('message to edit not found');
  if (!message.from.is_bot || chat.sealed.has(messageId)) {
    throw badRequest("message can't be edited");
  }
  return message;
}

function withText(message: Message, { text, entities }: FormattedText): Message {
  const { entities: _, ...rest } = message;
  return entities.length > 0 ? { ...rest, text, entities } : { ...rest, text };
}
