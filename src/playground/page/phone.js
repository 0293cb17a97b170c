import { useState } from 'preact/hooks';
import { persianDigits, timeOf } from './formats.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { say } from './words.js';

/** More would hide the chat behind it. */
const SHOWN = 3;

/** The citizen's own phone with what came by SMS; there only once something has. */
export function Phone(/** @type {any} */ { sms, onCopy }) {
  const [closedAt, setClosedAt] = useState(0);
  if (sms.length <= closedAt) return null;
  return html`
    <aside class="phone" data-testid="phone" aria-label=${say('sms')}>
      <header>
        <${Icon} name="phone" />
        <h3>${say('sms')}</h3>
        <button class="icon-button" aria-label=${say('close')} onClick=${() => setClosedAt(sms.length)}>
          <${Icon} name="close" />
        </button>
      </header>
      <ol>
        ${sms.slice(-SHOWN).map(
          (/** @type {any} */ { to, text, date }) => html`
            <li data-testid="sms">
              <p class="sms-head"><bdi>${persianDigits(to)}</bdi><time>${timeOf(date)}</time></p>
              <p dir="auto"><${Text} text=${text} onCopy=${onCopy} /></p>
            </li>
          `,
        )}
      </ol>
    </aside>
  `;
}

/** The code of a message is copied by a tap. */
function Text(/** @type {any} */ { text, onCopy }) {
  const [code] = /\d{4,8}/.exec(text) ?? [];
  if (!code) return text;
  const [before, after] = text.split(code);
  return html`${before}<button
      class="code"
      data-testid="sms-code"
      title=${say('tap-to-copy')}
      onClick=${() => onCopy(code)}
      ><code>${code}</code></button
    >${after}`;
}
