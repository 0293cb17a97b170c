import type { Chat } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import type { ActResult } from './act.ts';

/** A press on an inline button that the message really has. */
export function press(
  world: World,
  chat: Chat,
  { messageId, data }: { messageId: number; data: string },
): ActResult {
  const message = chat.entries.get(messageId)?.message;
  const buttons = message?.reply_markup?.inline_keyboard.flat() ?? [];
  if (!message || !buttons.some((button) => button.callback_data === data)) {
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
