import { cleanTyped } from '../bot-api/check-text.ts';
import { findEntities } from '../bot-api/find-entities.ts';
import type { Content, Message } from '../bot-api/shapes.ts';
import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { Act, ActResult } from './act.ts';
import { setBlocked } from './block.ts';
import { contentOf } from './content-of-act.ts';
import { press } from './press.ts';

/** Does what the citizen did: it lands in the chat and, as an update, in the bot's queue. */
export function takeAct(world: World, citizenId: number, act: Act): ActResult {
  const chat = world.chats.find(citizenId);
  if (!chat) return { kind: 'impossible', reason: 'there is no such citizen' };
  if (act.kind === 'press') return press(world, chat, act);
  if (act.kind === 'edit') return edit(world, chat, act.messageId, act.text);
  if (act.kind === 'block' || act.kind === 'unblock') {
    return setBlocked(world, chat, act.kind === 'block');
  }
  const content = contentOf(world, chat, act);
  return 'impossible' in content
    ? { kind: 'impossible', reason: content.impossible }
    : say(world, chat, content);
}

function say(world: World, chat: Chat, content: Content): ActResult {
  if (chat.blocked) setBlocked(world, chat, false);
  chat.started = true;
  const message: Message = {
    message_id: world.chats.nextMessageId(),
    from: chat.user,
    chat: chat.shape,
    date: seconds(world.now()),
    ...content,
  };
  world.chats.add(chat, message);
  const onConfirmed = () => world.chats.markSeen(chat, message.message_id);
  world.updates.add('message', message, onConfirmed);
  return { kind: 'sent', messageId: message.message_id };
}

function edit(world: World, chat: Chat, messageId: number, typed: string): ActResult {
  const before = chat.entries.get(messageId)?.message;
  if (before?.text === undefined || before.from.is_bot || before.forward_origin) {
    return { kind: 'impossible', reason: 'only your own texts can be edited' };
  }
  const text = cleanTyped(typed);
  if (text === '' || text === before.text) {
    return { kind: 'impossible', reason: 'an edited text must be new and not empty' };
  }
  const { entities: _, ...rest } = before;
  const entities = findEntities(text);
  const edited = { ...rest, text, edit_date: seconds(world.now()) };
  const message = entities.length > 0 ? { ...edited, entities } : edited;
  world.chats.replace(chat, message);
  world.updates.add('edited_message', message);
  return { kind: 'sent', messageId };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
