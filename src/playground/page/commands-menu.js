import { html } from './html.js';
import { say } from './words.js';

/** The bot's commands, as it has set them. */
export function CommandsMenu(/** @type {any} */ { commands, onChoose }) {
  return html`
    <ul class="menu commands-menu" aria-label=${say('commands')}>
      ${commands.map(
        (/** @type {any} */ { command, description }) => html`
          <li key=${command}>
            <button data-testid=${`command-${command}`} onClick=${() => onChoose(command)}>
              <span>${description}</span>
              <bdi dir="ltr" class="muted">/${command}</bdi>
            </button>
          </li>
        `,
      )}
    </ul>
  `;
}
