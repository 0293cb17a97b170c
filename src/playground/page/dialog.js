import { useEffect, useRef } from 'preact/hooks';
import { html } from './html.js';
import { say } from './words.js';

/**
 * A question over the page; Escape and a click beside it mean no.
 *
 * @param {{ title: string, ok: string, onOk: (form: FormData) => void, onClose: () => void,
 *   canCancel?: boolean, children: any }} props
 */
export function Dialog({ title, ok, onOk, onClose, canCancel = false, children }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (/** @type {any} */ event) => {
    event.preventDefault();
    onOk(new FormData(event.currentTarget));
  };
  const clickBeside = (/** @type {any} */ event) => {
    if (event.target === dialog.current) onClose();
  };
  return html`
    <dialog ref=${dialog} data-testid="dialog" aria-label=${title} onClose=${onClose} onClick=${clickBeside}>
      <form onSubmit=${submit}>
        <h3>${title}</h3>
        ${children}
        <div class="dialog-buttons">
          ${
            canCancel &&
            html`<button type="button" data-testid="dialog-cancel" onClick=${onClose}>${say('cancel')}</button>`
          }
          <button class="is-main" data-testid="dialog-ok">${ok}</button>
        </div>
      </form>
    </dialog>
  `;
}
