import { Avatar } from './avatar.js';
import { nameOf } from './formats.js';
import { html } from './html.js';
import { say } from './words.js';

/** What stands in a chat that has not begun: the bot's own words, and what this citizen is good for. */
export function EmptyChat(/** @type {any} */ { bot, citizen }) {
  return html`
    <div class="history-frame">
      <div class="history empty">
        ${bot.description && html`<p class="card about-bot" dir="auto">${bot.description}</p>`}
        <div class="card">
          <${Avatar} id=${citizen.id} name=${citizen.firstName} />
          <h3>${nameOf(citizen)}</h3>
          <p>${citizen.tries}</p>
          <p class="muted">${say('start-hint')}</p>
        </div>
      </div>
    </div>
  `;
}
