import { checkReplyMarkup } from '../bot-api/check-reply-markup.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import type {
  Content,
  InlineKeyboard,
  Message,
  ReplyButton,
  ReplyMarkup,
} from '../bot-api/shapes.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';

/** The parameters that all sending methods share. */
export const SENDING = {
  chat_id: required('ChatId'),
  disable_notification: optional('Boolean'),
  protect_content: optional('Boolean'),
  reply_parameters: optional('ReplyParameters'),
  reply_markup: optional('ReplyMarkup'),
};

export interface Sending {
  chat_id: number | string;
  reply_parameters?: { message_id: number; allow_sending_without_reply?: boolean };
  reply_markup?: ReplyMarkup;
}

/** Checks what all sending methods share, then puts the message into the chat. */
export function send(world: World, sending: Sending, content: Content): Message {
  const markup = withButtonObjects(sending.reply_markup);
  checkReplyMarkup(markup);
  const chat = world.chats.writable(sending.chat_id);
  const repliedTo = findReplied(chat, sending.reply_parameters);
  world.flood.pass(chat.shape.id);
  const inline = inlineKeyboardOf(markup);
  const message: Message = {
    message_id: world.chats.nextMessageId(),
    from: world.bot.user,
    chat: chat.shape,
    date: Math.floor(world.now().getTime() / 1000),
    ...content,
    ...(repliedTo ? { reply_to_message: repliedTo } : {}),
    ...(inline ? { reply_markup: inline } : {}),
  };
  world.chats.add(chat, message);
  if (markup && !('inline_keyboard' in markup)) {
    chat.sealed.add(message.message_id);
    world.chats.setKeyboard(chat, 'remove_keyboard' in markup ? null : markup);
  }
  return message;
}

export function inlineKeyboardOf(markup: ReplyMarkup | undefined): InlineKeyboard | undefined {
  const hasButtons = markup && 'inline_keyboard' in markup && markup.inline_keyboard.length > 0;
  return hasButtons ? markup : undefined;
}

/** A reply button may be written as its bare text. */
function withButtonObjects(markup: ReplyMarkup | undefined): ReplyMarkup | undefined {
  if (!markup || !('keyboard' in markup)) return markup;
  const rows = markup.keyboard as (ReplyButton | string)[][];
  const keyboard = rows.map((row) =>
    row.map((button) => (typeof button === 'string' ? { text: button } : button)),
  );
  return { ...markup, keyboard };
}

function findReplied(chat: Chat, reply: Sending['reply_parameters']): Message | undefined {
  if (!reply) return undefined;
  const found = chat.entries.get(reply.message_id)?.message;
  if (!found && !reply.allow_sending_without_reply) {
    throw badRequest('message to be replied not found');
  }
  if (!found) return undefined;
  // Telegram shows one step back, not the whole chain.
  const { reply_to_message: _, ...withoutItsOwnReply } = found;
  return withoutItsOwnReply;
}
