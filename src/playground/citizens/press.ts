import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { ActResult } from './act.ts';

/** A press on an inline button that the message really has; `forged` as a tampered messenger would send it. */
export function press(
  world: World,
  chat: Chat,
  { messageId, data, forged }: { messageId: number; data: string; forged?: boolean | undefined },
): ActResult {
  const message = chat.entries.get(messageId)?.message;
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  const isThere = forged || buttons.some((button) => button.callback_data === data);
  if (!message || !isThere) {
    return { kind: 'impossible', reason: 'this message has no such button' };
  }
  const queryId = world.presses.begin(chat.shape.id);
  world.updates.add('callback_query', {
    id: queryId,
    from: chat.user,
    message,
    chat_instance: String(7_000_000_000_000 + chat.shape.id),
    data,
  });
  return { kind: 'pressed', queryId };
}
