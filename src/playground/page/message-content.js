import { ContactCard, DocumentCard, LocationCard, Photo, Sticker, Voice } from './cards.js';
import { telegramNameOf } from './formats.js';
import { html } from './html.js';
import { RichText } from './rich-text.js';
import { say } from './words.js';

/** What a message carries, whatever that is; `meta` (its time) goes where the last line leaves room. */
export function MessageContent(
  /** @type {any} */ { message, botUsername, deeds, onCommand, meta },
) {
  const text = message.text ?? message.caption;
  const entities = message.entities ?? message.caption_entities ?? [];
  return html`
    ${message.forward_origin && html`<p class="forwarded">${forwardedFrom(message.forward_origin)}</p>`}
    ${message.reply_to_message && html`<${Quote} message=${message.reply_to_message} />`}
    ${message.photo && html`<${Photo} photo=${message.photo.at(-1)} />`}
    ${message.document && html`<${DocumentCard} document=${message.document} />`}
    ${message.voice && html`<${Voice} voice=${message.voice} />`}
    ${message.sticker && html`<${Sticker} />`}
    ${message.contact && html`<${ContactCard} contact=${message.contact} />`}
    ${
      message.location &&
      html`<${LocationCard} location=${message.location} venue=${message.venue} onCopy=${deeds.copy} />`
    }
    ${
      text === undefined
        ? meta
        : html`<div class="text" dir="auto">
            <${RichText}
              text=${text}
              entities=${entities}
              botUsername=${botUsername}
              onCopy=${deeds.copy}
              onCommand=${onCommand}
            />
            ${meta}
          </div>`
    }
  `;
}

/** The message that is replied to, in one line. */
function Quote(/** @type {any} */ { message }) {
  const text = message.text ?? message.caption ?? say(message.location ? 'location' : 'document');
  return html`<blockquote class="quote" dir="auto">
    <b>${telegramNameOf(message.from)}</b>
    <span>${text}</span>
  </blockquote>`;
}

function forwardedFrom(/** @type {any} */ origin) {
  const name = origin.sender_user ? telegramNameOf(origin.sender_user) : origin.sender_user_name;
  return say('forwarded-from', { name });
}
