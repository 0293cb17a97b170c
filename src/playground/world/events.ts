import type { BotCommand, ForceReply, Message, ReplyKeyboard } from '../bot-api/shapes.ts';

/** What a chat's page shows about one message. */
export interface Entry {
  message: Message;
  /** The bot has fetched it: two ticks. Always true for the bot's own messages. */
  seen: boolean;
}

/** A message on a citizen's phone. */
export interface ShownSms {
  to: string;
  text: string;
  /** Unix time. */
  date: number;
}

export type ChatEvent =
  | { type: 'message' | 'edited'; chatId: number; entry: Entry }
  | { type: 'deleted' | 'seen'; chatId: number; messageId: number }
  | { type: 'keyboard'; chatId: number; keyboard: ReplyKeyboard | ForceReply | null }
  | { type: 'action'; chatId: number; action: string }
  | { type: 'answered'; chatId: number; queryId: string; text: string; alert: boolean }
  | { type: 'blocked'; chatId: number; blocked: boolean }
  | { type: 'sms'; chatId: number; sms: ShownSms };

export type PlaygroundEvent = (
  | ChatEvent
  | { type: 'commands'; chatId: null; commands: BotCommand[] }
  | { type: 'bot'; chatId: null; name: string; description: string }
) & { id: number };

type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

export interface Events {
  emit(event: Unnumbered<PlaygroundEvent>): void;
  /** Calls `listener` with every event after `after`, those already past included; returns the way to stop. */
  follow(after: number, listener: (event: PlaygroundEvent) => void): () => void;
  lastId(): number;
}

const KEPT = 5000;

export function createEvents(): Events {
  const past: PlaygroundEvent[] = [];
  const listeners = new Set<(event: PlaygroundEvent) => void>();
  let lastId = 0;
  return {
    emit(unnumbered) {
      lastId += 1;
      const event = { ...unnumbered, id: lastId } as PlaygroundEvent;
      past.push(event);
      if (past.length > KEPT) past.shift();
      for (const listener of [...listeners]) listener(event);
    },
    follow(after, listener) {
      for (const event of past.filter(({ id }) => id > after)) listener(event);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lastId: () => lastId,
  };
}
