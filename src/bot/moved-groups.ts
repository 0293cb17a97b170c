import type { Transformer } from 'grammy';
import type { Logger } from 'pino';

/**
 * A group that becomes a supergroup gets another id. Telegram names it when the old one is used; from then on it is
 * used instead.
 */
export function followMovedGroups(logger: Logger): Transformer {
  const movedTo = new Map<unknown, number>();
  return async (previous, method, payload, signal) => {
    const chatId = 'chat_id' in payload ? payload.chat_id : undefined;
    const known = movedTo.get(chatId);
    const sentTo = known === undefined ? payload : { ...payload, chat_id: known };
    const answer = await previous(method, sentTo, signal);
    if (answer.ok || chatId === undefined) return answer;
    const moved = answer.parameters?.migrate_to_chat_id;
    if (moved === undefined) return answer;
    movedTo.set(chatId, moved);
    logger.error(
      { supergroup: moved },
      'a group has become a supergroup, and its messages go there now; set OPERATORS_CHAT_ID to the number of the supergroup, or what staff write there is not heard',
    );
    return previous(method, { ...payload, chat_id: moved }, signal);
  };
}
