import { Refusal } from '../bot-api/refusal.ts';
import type { ForceReply, Message, PrivateChat, ReplyKeyboard, User } from '../bot-api/shapes.ts';
import type { DemoCitizen } from '../options.ts';
import type { Entry, Events } from './events.ts';

/** How many messages of a chat are kept; older ones are forgotten. */
const KEPT = 1000;

export interface Chat {
  citizen: DemoCitizen;
  user: User;
  shape: PrivateChat;
  entries: Map<number, Entry>;
  /** The keyboard below the chat, until the bot removes or replaces it. */
  keyboard: ReplyKeyboard | ForceReply | null;
  /** Messages that were sent with such a keyboard; Telegram lets nobody edit them. */
  sealed: Set<number>;
  /** A bot cannot write first: the chat exists for it once the citizen has written. */
  started: boolean;
  blocked: boolean;
}

export interface Chats {
  all(): Chat[];
  find(citizenId: number): Chat | undefined;
  /** The chat a bot may write to; refuses like Telegram otherwise. */
  writable(chatId: number | string): Chat;
  nextMessageId(): number;
  /** Puts back a message from before; new ones get higher ids. */
  putBack(chat: Chat, entry: Entry): void;
  /** Stores a message and tells the page. */
  add(chat: Chat, message: Message): void;
  replace(chat: Chat, message: Message): void;
  remove(chat: Chat, messageId: number): void;
  markSeen(chat: Chat, messageId: number): void;
  setKeyboard(chat: Chat, keyboard: Chat['keyboard']): void;
}

interface ChatsOptions {
  citizens: DemoCitizen[];
  firstId: number;
  events: Events;
}

export function createChats({ citizens, firstId, events }: ChatsOptions): Chats {
  const chats = new Map(citizens.map((citizen) => [citizen.id, newChat(citizen)]));
  let lastMessageId = firstId;
  return {
    all: () => [...chats.values()],
    find: (citizenId) => chats.get(citizenId),
    writable: (chatId) => writable(chats.get(Number(chatId))),
    nextMessageId() {
      lastMessageId += 1;
      return lastMessageId;
    },
    putBack(chat, entry) {
      chat.entries.set(entry.message.message_id, entry);
      lastMessageId = Math.max(lastMessageId, entry.message.message_id);
    },
    add(chat, message) {
      const entry = { message, seen: message.from.is_bot };
      chat.entries.set(message.message_id, entry);
      const oldest = chat.entries.keys().next().value;
      if (chat.entries.size > KEPT && oldest !== undefined) chat.entries.delete(oldest);
      events.emit({ type: 'message', chatId: chat.shape.id, entry });
    },
    replace(chat, message) {
      const entry = { message, seen: chat.entries.get(message.message_id)?.seen ?? true };
      chat.entries.set(message.message_id, entry);
      events.emit({ type: 'edited', chatId: chat.shape.id, entry });
    },
    remove(chat, messageId) {
      chat.entries.delete(messageId);
      chat.sealed.delete(messageId);
      events.emit({ type: 'deleted', chatId: chat.shape.id, messageId });
    },
    markSeen(chat, messageId) {
      const entry = chat.entries.get(messageId);
      if (!entry || entry.seen) return;
      chat.entries.set(messageId, { ...entry, seen: true });
      events.emit({ type: 'seen', chatId: chat.shape.id, messageId });
    },
    setKeyboard(chat, keyboard) {
      chat.keyboard = keyboard;
      events.emit({ type: 'keyboard', chatId: chat.shape.id, keyboard });
    },
  };
}

function newChat(citizen: DemoCitizen): Chat {
  const { id, firstName: first_name } = citizen;
  const names = citizen.lastName ? { first_name, last_name: citizen.lastName } : { first_name };
  return {
    citizen,
    user: { id, is_bot: false, ...names, language_code: 'fa' },
    shape: { id, type: 'private', ...names },
    entries: new Map(),
    keyboard: null,
    sealed: new Set(),
    started: false,
    blocked: false,
  };
}

function writable(chat: Chat | undefined): Chat {
  if (!chat?.started) throw new Refusal(400, 'Bad Request: chat not found');
  if (chat.blocked) throw new Refusal(403, 'Forbidden: bot was blocked by the user');
  return chat;
}
