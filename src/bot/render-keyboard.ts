import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  KeyboardButton,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from 'grammy/types';
import type { Button, Keyboard } from '../dialogue/turn.ts';
import type { Locale, Wording } from '../wording/wording.ts';
import { cleanText } from './clean-text.ts';

/** Telegram's limits. */
const ACTION_BYTES = 64;
const LONGEST_COPY = 256;

export function inlineKeyboard(
  rows: Button[][],
  wording: Wording,
  locale: Locale,
): InlineKeyboardMarkup {
  const filled = rows.filter((row) => row.length > 0);
  return { inline_keyboard: filled.map((row) => row.map((one) => inline(one, wording, locale))) };
}

function inline(button: Button, wording: Wording, locale: Locale): InlineKeyboardButton {
  const text = cleanText(wording.plain(button.label, locale));
  if ('action' in button) {
    const bytes = Buffer.byteLength(button.action);
    if (bytes < 1 || bytes > ACTION_BYTES) {
      throw new Error(
        `an action of ${bytes} bytes does not fit into a button (1 to ${ACTION_BYTES})`,
      );
    }
    return { text, callback_data: button.action };
  }
  if ('copy' in button) {
    if (button.copy.length < 1 || button.copy.length > LONGEST_COPY) {
      throw new Error(`a button copies 1 to ${LONGEST_COPY} characters, not ${button.copy.length}`);
    }
    return { text, copy_text: { text: button.copy } };
  }
  // Telegram refuses the whole message for an address such as http://localhost.
  if (!URL.parse(button.url)?.hostname.includes('.')) {
    throw new Error("a button's address needs a host with a dot");
  }
  return { text, url: button.url };
}

export function replyKeyboard(
  keyboard: Keyboard,
  wording: Wording,
  locale: Locale,
): ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (keyboard.kind === 'none') return { remove_keyboard: true };
  const { send, others } = keyboard.labels;
  const asked = keyboard.kind === 'ask-contact' ? 'request_contact' : 'request_location';
  const first = { text: cleanText(wording.plain(send, locale)), [asked]: true } as KeyboardButton;
  const rest = others.map((label) => [{ text: cleanText(wording.plain(label, locale)) }]);
  return { keyboard: [[first], ...rest], resize_keyboard: true, one_time_keyboard: true };
}
