import { readFileSync } from 'node:fs';
import type { Message } from '@grammyjs/types';
import { playgroundCitizen } from '../helpers/playground-client.ts';
import { soundOf } from './spoken.ts';

/** One citizen's part of a transcript played over HTTP, and the lines that came back. */
export interface Stage {
  acts(act: string): Promise<void>;
  /** The next messages of the bot as a transcript shows them, without their marks. */
  hears(count: number): Promise<string[]>;
}

const PICTURE = {
  name: 'street.png',
  mimeType: 'image/png',
  base64: readFileSync('city/bill-sample.png', 'base64'),
};

export function stageOf(address: string, id: number): Stage {
  const citizen = playgroundCitizen(address, id);
  /** Messages since the last act that were looked at. */
  let heard = 0;
  /** Messages of transcripts before this one, whose buttons are not on its screen. */
  let older: number | null = null;

  async function lastMessage(from: 'bot' | 'citizen'): Promise<Message> {
    const messages = await citizen.messages();
    const found = messages.findLast(
      (message) =>
        (message.from?.is_bot === true) === (from === 'bot') &&
        'text' in message &&
        !message.forward_origin,
    );
    if (!found) throw new Error(`there is no message of the ${from} yet`);
    return found;
  }

  async function aside(words: string[]): Promise<void> {
    const [word, ...rest] = words;
    switch (word) {
      case 'contact':
        return citizen.sharesContact(rest[0] === 'of' ? { citizen: Number(rest[1]) } : 'own');
      case 'location':
        return citizen.sharesLocation(Number(rest[0]), Number(rest[1]));
      case 'voice':
        return citizen.does({ kind: 'voice', seconds: 3, base64: soundOf(rest.join(' ')) });
      case 'photo':
        return citizen.does({ kind: 'photo', ...PICTURE, caption: rest.join(' ') });
      case 'sticker':
        return citizen.does({ kind: 'sticker' });
      case 'forwarded':
        return citizen.does({
          kind: 'forward',
          from: { hidden: 'x' },
          text: rest.join(' ') || 'x',
        });
      case 'edited': {
        const { message_id: messageId } = await lastMessage('citizen');
        return citizen.does({ kind: 'edit', messageId, text: rest.join(' ') });
      }
      case 'press': {
        const { message_id: messageId } = await lastMessage('bot');
        const data = rest.join(' ');
        return citizen.does({ kind: 'press', messageId, data, forged: true });
      }
      default:
        throw new Error(`nobody knows how to do (${words.join(' ')})`);
    }
  }

  /** Times on buttons are isolated from the right-to-left text; a transcript shows them bare. */
  async function press(label: string): Promise<void> {
    for (const message of (await citizen.messages()).slice(older ?? 0).toReversed()) {
      const found = message.reply_markup?.inline_keyboard
        .flat()
        .find(({ text }) => bare(text) === label);
      if (!found || !('callback_data' in found)) continue;
      const { message_id: messageId } = message;
      return citizen.does({ kind: 'press', messageId, data: found.callback_data });
    }
    const below = await citizen.keyboardButtons();
    if (!below.includes(label)) throw new Error(`there is no button [${label}] on the screen`);
    return citizen.says(label);
  }

  return {
    async acts(act) {
      heard = 0;
      older ??= (await citizen.messages()).length;
      const label = /^\[(.+)\]$/.exec(act)?.[1];
      if (label) return press(label);
      const words = /^\((.+)\)$/.exec(act)?.[1];
      return words ? aside(words.split(' ')) : citizen.says(act);
    },
    async hears(count) {
      const wanted = { count: heard + count, withinMs: 20_000 };
      const messages = (await citizen.waitsForReplies(wanted)).slice(heard);
      heard += count;
      return messages.flatMap(linesOf);
    },
  };
}

function linesOf(message: Message): string[] {
  if (message.venue) return [`(map: ${message.venue.title})`];
  const text = bare(message.text ?? message.caption ?? '');
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const buttons = rows.map((row) => row.map((button) => `[${bare(button.text)}]`).join(' '));
  return [...(message.photo ? ['(picture)'] : []), ...text.split('\n'), ...buttons];
}

/** Without the marks that only steer the screen. */
function bare(text: string): string {
  return text.replace(/[\u2066\u2069]/g, '');
}
