import { Avatar } from './avatar.js';
import { nameOf, persianDigits, timeOf } from './formats.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { say } from './words.js';

/**
 * @param {{ state: import('./state.js').State, onSelect: (id: number) => void, onClose: () => void }} props
 */
export function CitizensList({ state, onSelect, onClose }) {
  return html`
    <nav class="citizens" aria-label=${say('citizens')}>
      <header class="citizens-head">
        <h1>${state.cityName}</h1>
        <button class="icon-button only-phone" aria-label=${say('close')} onClick=${onClose}>
          <${Icon} name="close" />
        </button>
        <p>${say('intro')}</p>
      </header>
      <ul>
        ${state.citizens.map(
          (citizen) => html`
            <li key=${citizen.id}>
              <${Citizen}
                citizen=${citizen}
                chat=${state.chats[citizen.id]}
                isSelected=${citizen.id === state.selected}
                onSelect=${onSelect}
              />
            </li>
          `,
        )}
      </ul>
    </nav>
  `;
}

function Citizen(/** @type {any} */ { citizen, chat, isSelected, onSelect }) {
  const last = chat.entries.at(-1)?.message;
  const unread = persianDigits(chat.unread);
  return html`
    <button
      class="citizen"
      data-testid=${`citizen-${citizen.id}`}
      aria-current=${isSelected ? 'true' : undefined}
      onClick=${() => onSelect(citizen.id)}
    >
      <${Avatar} id=${citizen.id} name=${citizen.firstName} />
      <span class="citizen-name">${nameOf(citizen)}</span>
      <span class="citizen-time">${last ? timeOf(last.date) : ''}</span>
      <span class="citizen-tries">${citizen.tries}</span>
      ${
        chat.unread > 0 &&
        html`<span
          class="badge"
          data-testid=${`unread-${citizen.id}`}
          aria-label=${say('unread', { count: unread })}
          >${unread}</span
        >`
      }
    </button>
  `;
}
