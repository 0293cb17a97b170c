import type { Message, User, Voice } from 'grammy/types';
import type { Input } from '../dialogue/turn.ts';

/** A command as Telegram knows it; any other word after a slash is ordinary text. */
const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s+([\s\S]*))?$/;

const ATTACHMENTS = [
  ...['animation', 'audio', 'checklist', 'dice', 'document', 'game', 'giveaway', 'invoice'],
  ...['live_photo', 'paid_media', 'poll', 'rich_message', 'sticker', 'story', 'video'],
  'video_note',
] as const;

/** What a private message says; null for what nobody said: service messages, a moving live location. */
export function readInput(message: Message, from: User, isEdited: boolean): Input | null {
  const isRelayed = Boolean(message.forward_origin || message.via_bot || message.sender_chat);
  if (message.contact) {
    const { user_id: owner, phone_number: phone } = message.contact;
    return { kind: 'contact', own: owner === from.id && !isRelayed && !isEdited, phone };
  }
  if (isEdited) {
    if (message.text === undefined) return null;
    return isRelayed ? { kind: 'relayed' } : { kind: 'edited', text: message.text };
  }
  const input = readContent(message);
  return input && isRelayed ? { kind: 'relayed' } : input;
}

function readContent(message: Message): Input | null {
  if (message.text !== undefined) return readText(message.text);
  if (message.location) {
    return { kind: 'location', lat: message.location.latitude, lon: message.location.longitude };
  }
  if (message.voice) return readVoice(message.voice);
  // Telegram lists a picture's sizes from small to large.
  const photo = message.photo?.at(-1);
  if (photo) {
    const { caption } = message;
    return { kind: 'photo', fileId: photo.file_id, ...(caption ? { caption } : {}) };
  }
  return ATTACHMENTS.some((kind) => kind in message) ? { kind: 'attachment' } : null;
}

function readVoice({ file_id, duration, file_size, mime_type }: Voice): Input {
  return {
    kind: 'voice',
    fileId: file_id,
    seconds: duration,
    bytes: file_size ?? null,
    type: mime_type ?? null,
  };
}

function readText(text: string): Input {
  const command = COMMAND.exec(text);
  if (!command?.[1]) return { kind: 'text', text };
  return { kind: 'command', name: command[1].toLowerCase(), payload: (command[2] ?? '').trim() };
}
