import type { InlineKeyboardButton, Message } from '@grammyjs/types';
import { followUntil } from './playground-events.ts';

/** A chat as `GET /playground/chats/<id>` shows it. */
interface Chat {
  entries: { message: Message; seen: boolean }[];
  keyboard: {
    keyboard?: { text: string; request_contact?: true; request_location?: true }[][];
  } | null;
}

interface Acted {
  kind: 'sent' | 'pressed' | 'done' | 'impossible';
  reason?: string;
  /** The last event before the act. */
  after: number;
}

export interface Waiting {
  /** How many messages to wait for; without it, until nothing has happened for `quietMs` after the first. */
  count?: number;
  withinMs?: number;
  quietMs?: number;
}

export interface PlaygroundCitizen {
  says(text: string): Promise<void>;
  /** Presses the newest button with this label, inline or below the chat. */
  presses(label: string): Promise<void>;
  sharesContact(
    of?: 'own' | { citizen: number } | { phone: string; firstName: string },
  ): Promise<void>;
  sharesLocation(latitude: number, longitude: number): Promise<void>;
  /** Any act of the playground, in its own words. */
  does(act: Record<string, unknown>): Promise<void>;
  /** The messages the bot has sent or edited since the citizen's last act, in their latest state. */
  waitsForReplies(waiting?: number | Waiting): Promise<Message[]>;
  messages(): Promise<Message[]>;
  /** The labels of the inline buttons under the newest message that has some. */
  buttons(): Promise<string[]>;
  keyboardButtons(): Promise<string[]>;
}

/** Plays a demo citizen over HTTP against a running instance at `address`, like `http://127.0.0.1:8080`. */
export function playgroundCitizen(address: string, id: number): PlaygroundCitizen {
  const chatAddress = `${address}/playground/chats/${id}`;
  let after = 0;

  const chat = () => readChat(chatAddress);

  async function does(act: Record<string, unknown>): Promise<void> {
    const response = await fetch(`${chatAddress}/acts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    const acted = (await response.json()) as Acted;
    if (!response.ok) throw new Error(`citizen ${id} cannot ${act.kind}: ${acted.reason}`);
    after = acted.after;
  }

  async function presses(label: string): Promise<void> {
    const { entries, keyboard } = await chat();
    for (const { message } of entries.toReversed()) {
      const button = inlineButtons(message).find(({ text }) => text === label);
      if (!button) continue;
      if (!('callback_data' in button))
        throw new Error(`"${label}" opens or copies, it calls nobody`);
      return await does({
        kind: 'press',
        messageId: message.message_id,
        data: button.callback_data,
      });
    }
    const below = keyboard?.keyboard?.flat().find(({ text }) => text === label);
    if (!below) throw new Error(`citizen ${id} sees no button "${label}"`);
    if (below.request_location) throw new Error(`"${label}" needs a place: use sharesLocation`);
    await does(
      below.request_contact ? { kind: 'contact', of: 'own' } : { kind: 'text', text: label },
    );
  }

  return {
    does,
    presses,
    says: (text) => does({ kind: 'text', text }),
    sharesContact: (of = 'own') => does({ kind: 'contact', of }),
    sharesLocation: (latitude, longitude) => does({ kind: 'location', latitude, longitude }),
    async waitsForReplies(waiting = {}) {
      const wish = typeof waiting === 'number' ? { count: waiting } : waiting;
      return await followUntil(`${address}/playground/events?citizen=${id}&after=${after}`, wish);
    },
    messages: async () => (await chat()).entries.map(({ message }) => message),
    async buttons() {
      const { entries } = await chat();
      const withSome = entries.findLast(({ message }) => inlineButtons(message).length > 0);
      return withSome ? inlineButtons(withSome.message).map(({ text }) => text) : [];
    },
    keyboardButtons: async () =>
      (await chat()).keyboard?.keyboard?.flat().map(({ text }) => text) ?? [],
  };
}

async function readChat(address: string): Promise<Chat> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`there is no citizen at ${address}`);
  return (await response.json()) as Chat;
}

function inlineButtons(message: Message): InlineKeyboardButton[] {
  return message.reply_markup?.inline_keyboard.flat() ?? [];
}
