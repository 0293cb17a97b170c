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
  /** A press that is none of the presser's business, or whose message is out of reach. */
  | { kind: 'stray-press'; line: string; press: Press }
  | { kind: 'blocked'; line: string; chatId: number }
  | { kind: 'nothing'; line: string };

/** Every press waits for an answer, or its button keeps spinning. */
export type Press = { id: string };

export type Self = Pick<UserFromGetMe, 'id' | 'username'>;

/** The account as the dialogue knows it. */
export function citizenIdOf(userId: number): string {
  return `telegram:${userId}`;
}

/** Everything of one chat is dealt with in one line. */
export function lineOf(chatId: number): string {
  return `chat:${chatId}`;
}

export function readUpdate(update: Update, self: Self): Arrival {
  if (update.callback_query) return readPress(update.callback_query);
  if (update.my_chat_member) return readMembership(update.my_chat_member);
  const message = update.message ?? update.edited_message;
  const { from, chat } = message ?? {};
  if (!message || !from || !chat || from.is_bot) return { kind: 'nothing', line: 'nothing' };
  const line = lineOf(chat.id);
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
