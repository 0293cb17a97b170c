import { useEffect, useRef } from 'preact/hooks';
import { base64Of } from './base64-of.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { actOfSound } from './voice-act.js';
import { say } from './words.js';

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const ACCEPTED = { photo: 'image/png,image/jpeg', document: '', voice: 'audio/*,.oga,.opus' };

/** What can be sent besides text; below the line, what an honest citizen would not send. */
export function AttachMenu(/** @type {any} */ { isBlocked, onAct, onAsk, onToast, onClose }) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  const then = (/** @type {() => void} */ deed) => () => {
    onClose();
    deed();
  };
  const pick = async (/** @type {keyof typeof ACCEPTED} */ kind) => {
    const file = await pickFile(ACCEPTED[kind]);
    onClose();
    if (!file) return;
    if (file.size > MAX_FILE_BYTES) onToast(say('too-big'));
    else if (kind === 'voice') onAct(await actOfSound(file));
    else onAct({ kind, name: file.name, mimeType: file.type, base64: await base64Of(file) });
  };
  const asking = (/** @type {string} */ kind) => then(() => onAsk(kind));
  const acting = (/** @type {object} */ act) => then(() => onAct(act));
  const block = isBlocked ? 'unblock' : 'block';
  return html`
    <ul class="menu attach-menu" ref=${list} aria-label=${say('attach')}>
      <${Item} id="photo" icon="photo" onClick=${() => pick('photo')} />
      <${Item} id="document" icon="document" onClick=${() => pick('document')} />
      <${Item} id="voice" icon="voice" onClick=${() => pick('voice')} />
      <${Item} id="location" icon="location" onClick=${asking('location')} />
      <${Item} id="contact" icon="contact" label="own-contact" onClick=${asking('contact')} />
      <li class="menu-head">${say('advanced')}</li>
      <${Item} id="other-contact" icon="contact" onClick=${asking('other-contact')} />
      <${Item} id="forward-contact" icon="forward" onClick=${asking('forward-contact')} />
      <${Item} id="forward" icon="forward" onClick=${asking('forward')} />
      <${Item} id="sticker" icon="sticker" onClick=${acting({ kind: 'sticker' })} />
      <${Item} id="block" icon="block" label=${block} onClick=${acting({ kind: block })} />
    </ul>
  `;
}

function Item(/** @type {any} */ { id, icon, label = id, onClick }) {
  return html`
    <li>
      <button data-testid=${`attach-${id}`} onClick=${onClick}>
        <${Icon} name=${icon} /><span>${say(label)}</span>
      </button>
    </li>
  `;
}

/** @param {string} accept @returns {Promise<File | undefined>} */
function pickFile(accept) {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
