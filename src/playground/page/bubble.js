import { timeOf } from './formats.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { InlineKeyboard } from './inline-keyboard.js';
import { MessageContent } from './message-content.js';
import { say } from './words.js';

/** One message with its time, ticks and buttons. */
export function Bubble(
  /** @type {any} */ { entry, isFirst, isLast, citizen, botUsername, pressed, deeds, onEdit },
) {
  const { message, seen } = entry;
  const isOwn = !message.from.is_bot;
  const classes = ['message', isOwn ? 'from-citizen' : 'from-bot'];
  if (isFirst) classes.push('is-first');
  if (isLast) classes.push('is-last');
  const send = (/** @type {string} */ text) => deeds.does(citizen.id, { kind: 'text', text });
  const meta = html`<span class="meta">
    ${message.edit_date && isOwn && html`<span>${say('edited')}</span>`}
    <time>${timeOf(message.date)}</time>
    ${isOwn && html`<${Ticks} seen=${seen} />`}
  </span>`;
  return html`
    <article
      class=${classes.join(' ')}
      data-testid="message"
      data-message-id=${message.message_id}
      data-from=${isOwn ? 'citizen' : 'bot'}
    >
      <div class="message-body">
        <div class=${message.sticker ? 'bubble is-bare' : 'bubble'}>
          <${MessageContent}
            message=${message}
            botUsername=${botUsername}
            deeds=${deeds}
            onCommand=${send}
            meta=${meta}
          />
        </div>
        ${
          onEdit &&
          html`<button class="edit" data-testid="edit" aria-label=${say('edit')} onClick=${onEdit}>
            <${Icon} name="edit" />
          </button>`
        }
      </div>
      ${
        message.reply_markup &&
        html`<${InlineKeyboard}
          message=${message}
          pressed=${pressed}
          onPress=${(/** @type {string} */ data) => deeds.press(citizen.id, message.message_id, data)}
          onCopy=${deeds.copy}
        />`
      }
    </article>
  `;
}

function Ticks(/** @type {{ seen: boolean }} */ { seen }) {
  const label = say(seen ? 'seen' : 'sent');
  return html`<span class="ticks" role="img" aria-label=${label}>
    <${Icon} name=${seen ? 'seen' : 'sent'} />
  </span>`;
}
