import type { RawApi } from 'grammy';

/** Most answers come sooner; a flicker of "typing" before them would only unsettle. */
const PATIENCE_MS = 500;
/** Telegram takes the sign away after five seconds. */
const REPEAT_MS = 4_500;

/** Shows that the bot is at work if that takes a while. Call what it returns when the work is done. */
export function showTyping(calls: RawApi, chatId: number): () => void {
  const show = () => {
    // Nothing is lost when it fails, and the answer itself will tell why.
    void calls.sendChatAction({ chat_id: chatId, action: 'typing' }).catch(() => {});
    timer = setTimeout(show, REPEAT_MS);
  };
  let timer = setTimeout(show, PATIENCE_MS);
  return () => clearTimeout(timer);
}
