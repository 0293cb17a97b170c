import { checkLink } from './check-link.ts';
import { checkPlain } from './check-text.ts';
import { badRequest, quietlyChanged } from './refusal.ts';
import type {
  InlineButton,
  InlineKeyboard,
  ReplyButton,
  ReplyKeyboard,
  ReplyMarkup,
} from './shapes.ts';

const INLINE_LIMITS = { row: 8, total: 100 };
const REPLY_LIMITS = { row: 12, total: 300 };
const ACTIONS = ['callback_data', 'url', 'copy_text'] as const;

/** The rules of keyboards that a table of types cannot say. */
export function checkReplyMarkup(markup: ReplyMarkup | undefined): void {
  if (!markup) return;
  if ('inline_keyboard' in markup) checkInlineKeyboard(markup);
  if ('keyboard' in markup) checkReplyKeyboard(markup);
  if ('input_field_placeholder' in markup && markup.input_field_placeholder) {
    checkPlain(markup.input_field_placeholder, 'the placeholder');
  }
}

export function checkInlineKeyboard({ inline_keyboard: rows }: InlineKeyboard): void {
  checkSize(rows, INLINE_LIMITS);
  for (const button of rows.flat()) checkInlineButton(button);
}

function checkInlineButton(button: InlineButton): void {
  checkLabel(button.text);
  const actions = ACTIONS.filter((action) => button[action] !== undefined);
  if (actions.length === 0) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if (actions.length > 1) {
    throw quietlyChanged(`button "${button.text}" has ${actions.join(' and ')}, one is kept`);
  }
  if (button.callback_data !== undefined) {
    const bytes = Buffer.byteLength(button.callback_data);
    if (bytes < 1 || bytes > 64) {
      throw badRequest(`BUTTON_DATA_INVALID (${bytes} bytes, 1 to 64 are allowed)`);
    }
  }
  const wrongLink = button.url === undefined ? null : checkLink(button.url);
  if (wrongLink !== null) {
    throw badRequest(`inline keyboard button URL '${button.url}' is invalid: ${wrongLink}`);
  }
}

function checkReplyKeyboard({ keyboard: rows }: ReplyKeyboard): void {
  if (rows.flat().length === 0) throw badRequest('the keyboard has no buttons');
  checkSize(rows, REPLY_LIMITS);
  for (const button of rows.flat()) checkReplyButton(button);
}

function checkReplyButton(button: ReplyButton): void {
  checkLabel(button.text);
  if (button.request_contact && button.request_location) {
    throw quietlyChanged(`button "${button.text}" asks for contact and location, one is kept`);
  }
}

function checkLabel(text: string): void {
  if (text.trim() === '') throw badRequest('keyboard button text must be non-empty');
  checkPlain(text, `button "${text}"`);
}

function checkSize(rows: unknown[][], limits: { row: number; total: number }): void {
  if (rows.some((row) => row.length === 0))
    throw quietlyChanged('an empty row of buttons is dropped');
  if (rows.some((row) => row.length > limits.row)) {
    throw quietlyChanged(`a row holds up to ${limits.row} buttons`);
  }
  if (rows.flat().length > limits.total) {
    throw badRequest(`reply markup is too long (up to ${limits.total} buttons)`);
  }
}
