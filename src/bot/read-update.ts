import type {
  CallbackQuery,
  ChatMemberUpdated,
  Message,
  Update,
  UserFromGetMe,
} from 'grammy/types';
import type { Input } from '../dialogue/turn.ts';
import { readInput } from './read-input.ts';

/** What an update asks of us. `line`: updates of one line are dealt with one at a time, in order. */
export type Arrival =
  | {
      kind: 'citizen';
      line: string;
      chatId: number;
      citizenId: string;
      input: Input;
      press?: Press;
    }
  /** Somebody spoke to the bot in front of others, where nothing may be answered. */
  | { kind: 'group'; line: string; chatId: number }
  /** Staff spoke in a topic of their group. */
  | ({ kind: 'staff'; line: string } & StaffMessage)
  /** A press that is none of the presser's business, or whose message is out of reach. */
  | { kind: 'stray-press'; line: string; press: Press }
  | { kind: 'blocked'; line: string; chatId: number }
  | { kind: 'nothing'; line: string };

export interface StaffMessage {
  groupId: number;
  threadId: number;
  /** `other`: a picture, a voice message and so on. */
  says: { kind: 'text'; text: string } | { kind: 'close' } | { kind: 'other' };
}

/** What staff may send that is no text. */
const STAFF_ATTACHMENTS = [
  ...['animation', 'audio', 'contact', 'document', 'location', 'photo'],
  ...['sticker', 'video', 'video_note', 'voice'],
];

/** Every press waits for an answer, or its button keeps spinning. */
export type Press = { id: string };

export type Self = Pick<UserFromGetMe, 'id' | 'username'>;

/** The account as the dialogue knows it. */
export function citizenIdOf(userId: number): string {
  return `telegram:${userId}`;
}

/**
 * Where an account is written to without having asked: Telegram numbers private chats like their people. Null for
 * an account that has been parted from what it left.
 */
export function privateChatOf(citizenId: string): number | null {
  const userId = /^telegram:(\d+)$/.exec(citizenId)?.[1];
  return userId === undefined ? null : Number(userId);
}

/** Everything of one chat is dealt with in one line. */
export function lineOf(chatId: number): string {
  return `chat:${chatId}`;
}

/** @param operatorsChatId the group in which staff answer citizens; null when there is none */
export function readUpdate(
  update: Update,
  self: Self,
  operatorsChatId: number | null = null,
): Arrival {
  if (update.callback_query) return readPress(update.callback_query);
  if (update.my_chat_member) return readMembership(update.my_chat_member);
  const message = update.message ?? update.edited_message;
  const { from, chat } = message ?? {};
  if (!message || !from || !chat || from.is_bot) return { kind: 'nothing', line: 'nothing' };
  const line = lineOf(chat.id);
  if (chat.id === operatorsChatId) return readStaff(update, self);
  if (chat.type !== 'private') {
    const isHeard = update.message && isAddressed(update.message, self);
    return isHeard ? { kind: 'group', line, chatId: chat.id } : { kind: 'nothing', line };
  }
  const input = readInput(message, from, update.edited_message !== undefined);
  if (!input) return { kind: 'nothing', line };
  return { kind: 'citizen', line, chatId: chat.id, citizenId: citizenIdOf(from.id), input };
}

function readPress(query: CallbackQuery): Arrival {
  const press = { id: query.id };
  const { message, from, data } = query;
  const line = lineOf(message?.chat.id ?? from.id);
  // The private chat with a person has that person's id: any other presser is a stranger to the message.
  if (message?.chat.id !== from.id || data === undefined) {
    return { kind: 'stray-press', line, press };
  }
  const input: Input = { kind: 'press', action: data };
  const citizenId = citizenIdOf(from.id);
  return { kind: 'citizen', line, chatId: message.chat.id, citizenId, input, press };
}

function readMembership({ chat, new_chat_member: member }: ChatMemberUpdated): Arrival {
  const line = lineOf(chat.id);
  const isGone = member.status === 'kicked' || member.status === 'left';
  return isGone ? { kind: 'blocked', line, chatId: chat.id } : { kind: 'nothing', line };
}

/** A group's talk is not ours: only a command, a mention or an answer to the bot is meant for it. */
function isAddressed(message: Message, self: Self): boolean {
  const text = (message.text ?? message.caption ?? '').toLowerCase();
  const name = `@${self.username.toLowerCase()}`;
  const command = /^\/\w+(@\w+)?/.exec(text);
  if (command) return command[1] === undefined || command[1] === name;
  return text.includes(name) || message.reply_to_message?.from?.id === self.id;
}

/** Only a new message in a topic is meant for a citizen; what the messenger itself reports there is not. */
function readStaff({ message }: Update, self: Self): Arrival {
  const threadId = message?.is_topic_message ? message.message_thread_id : undefined;
  if (!message || threadId === undefined) return { kind: 'nothing', line: 'nothing' };
  const groupId = message.chat.id;
  const line = `${lineOf(groupId)}:${threadId}`;
  const says = staffWords(message, self);
  return says ? { kind: 'staff', line, groupId, threadId, says } : { kind: 'nothing', line };
}

function staffWords(message: Message, self: Self): StaffMessage['says'] | null {
  if (message.text === undefined) {
    return STAFF_ATTACHMENTS.some((kind) => kind in message) ? { kind: 'other' } : null;
  }
  const command = /^\/(\w+)(?:@(\w+))?(?:\s|$)/.exec(message.text);
  if (!command) return { kind: 'text', text: message.text };
  const isOurs = !command[2] || command[2].toLowerCase() === self.username.toLowerCase();
  return isOurs && command[1] === 'close' ? { kind: 'close' } : null;
}
