import { cleanTyped } from '../bot-api/check-text.ts';
import { findEntities } from '../bot-api/find-entities.ts';
import type { Content } from '../bot-api/shapes.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { Act } from './act.ts';
import { contactContent } from './contact-content.ts';
import { fileContent, stickerContent, voiceContent } from './file-content.ts';
import { forwardOrigin } from './forward-origin.ts';

type Spoken = Exclude<Act, { kind: 'press' | 'edit' | 'block' | 'unblock' }>;
type Impossible = { impossible: string };

/** What the message of an act carries. */
export function contentOf(world: World, chat: Chat, act: Spoken): Content | Impossible {
  switch (act.kind) {
    case 'text':
      return orEmpty(textContent(act.text), replyContent(chat, act.replyTo));
    case 'contact':
      return orImpossible(contactContent(world, chat, act.of), (contact) => ({
        contact,
        ...keyboardReply(chat, 'request_contact', act.of === 'own'),
      }));
    case 'location':
      return {
        location: { latitude: act.latitude, longitude: act.longitude },
        ...keyboardReply(chat, 'request_location', true),
      };
    case 'photo':
    case 'document':
      return fileContent(world, act);
    case 'voice':
      return voiceContent(world, act);
    case 'sticker':
      return stickerContent(world);
    case 'forward':
      return orImpossible(forwardOrigin(world, act.from), (forward_origin) =>
        orEmpty(textContent(act.text), { forward_origin }),
      );
    case 'forward-contact':
      return orImpossible(forwardOrigin(world, act.from), (forward_origin) =>
        orImpossible(contactContent(world, chat, act.of), (contact) => ({
          contact,
          forward_origin,
        })),
      );
    default:
      return act satisfies never;
  }
}

function orImpossible<T extends object>(
  value: T | null,
  content: (value: T) => Content | Impossible,
): Content | Impossible {
  return value ? content(value) : { impossible: 'there is no such citizen' };
}

function orEmpty(content: Content, more: Content): Content | Impossible {
  return content.text === '' ? { impossible: 'the text is empty' } : { ...content, ...more };
}

function textContent(typed: string): Content {
  const text = cleanTyped(typed);
  const entities = findEntities(text);
  return entities.length > 0 ? { text, entities } : { text };
}

function replyContent(chat: Chat, messageId: number | undefined): Content {
  const message = messageId === undefined ? undefined : chat.entries.get(messageId)?.message;
  return message ? { reply_to_message: message } : {};
}

/** What is sent with a button of the bot's keyboard is a reply to the message that brought the keyboard. */
function keyboardReply(
  chat: Chat,
  wish: 'request_contact' | 'request_location',
  applies: boolean,
): Content {
  const keyboard = chat.keyboard;
  const rows = keyboard && 'keyboard' in keyboard ? keyboard.keyboard : [];
  if (!applies || !rows.flat().some((button) => button[wish])) return {};
  return replyContent(chat, [...chat.sealed].at(-1));
}
