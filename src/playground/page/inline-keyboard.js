import { pressKey } from './deeds.js';
import { html } from './html.js';
import { Icon } from './icons.js';

/** The buttons under a message. */
export function InlineKeyboard(/** @type {any} */ { message, pressed, onPress, onCopy }) {
  const isWaiting = (/** @type {string} */ data) => {
    const key = pressKey(message.message_id, data);
    return pressed.some((/** @type {string} */ one) => one === key || one.startsWith(`${key}?`));
  };
  const button = (/** @type {any} */ { text, url, copy_text, callback_data, style }) => {
    const classes = style ? `is-${style}` : '';
    if (url) {
      return html`<a class=${classes} data-testid="inline-button" href=${url} target="_blank" rel="noopener noreferrer">
        ${text}<${Icon} name="link" />
      </a>`;
    }
    if (copy_text) {
      return html`<button class=${classes} data-testid="inline-button" onClick=${() => onCopy(copy_text.text)}>
        ${text}<${Icon} name="copy" />
      </button>`;
    }
    return html`<button
      class=${classes}
      data-testid="inline-button"
      aria-busy=${isWaiting(callback_data) ? 'true' : undefined}
      onClick=${() => onPress(callback_data)}
    >${text}</button>`;
  };
  return html`
    <div class="inline-keyboard">
      ${message.reply_markup.inline_keyboard.map(
        (/** @type {any[]} */ row) => html`<div class="row">${row.map(button)}</div>`,
      )}
    </div>
  `;
}
