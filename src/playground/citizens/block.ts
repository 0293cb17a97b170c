import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { ActResult } from './act.ts';

/** Blocks or unblocks the bot; the bot hears of it as a change of its own membership. */
export function setBlocked(world: World, chat: Chat, blocked: boolean): ActResult {
  if (chat.blocked === blocked) return { kind: 'done' };
  chat.blocked = blocked;
  const user = world.bot.user;
  const member = { status: 'member', user };
  const banned = { status: 'kicked', user, until_date: 0 };
  world.updates.add('my_chat_member', {
    chat: chat.shape,
    from: chat.user,
    date: Math.floor(world.now().getTime() / 1000),
    old_chat_member: blocked ? member : banned,
    new_chat_member: blocked ? banned : member,
  });
  world.events.emit({ type: 'blocked', chatId: chat.shape.id, blocked });
  return { kind: 'done' };
}
