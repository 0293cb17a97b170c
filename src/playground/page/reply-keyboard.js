import { html } from './html.js';
import { Icon } from './icons.js';

/** The keyboard a bot puts below the chat. */
export function ReplyKeyboard(/** @type {any} */ { rows, onPress }) {
  return html`
    <div class="reply-keyboard">
      ${rows.map(
        (/** @type {any[]} */ row) => html`
          <div class="row">
            ${row.map(
              (button) => html`
                <button data-testid="reply-button" onClick=${() => onPress(button)}>
                  ${button.request_contact && html`<${Icon} name="contact" />`}
                  ${button.request_location && html`<${Icon} name="location" />`}
                  <span>${button.text}</span>
                </button>
              `,
            )}
          </div>
        `,
      )}
    </div>
  `;
}
