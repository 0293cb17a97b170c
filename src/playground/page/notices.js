import { useEffect } from 'preact/hooks';
import { Dialog } from './dialog.js';
import { html } from './html.js';
import { say } from './words.js';

const TOAST_MS = 3500;

/** Short notices, and alerts that want to be read. */
export function Notices(/** @type {any} */ { state, dispatch }) {
  const { toast, alert } = state;
  useEffect(() => {
    if (!toast) return undefined;
    const timer = setTimeout(() => dispatch({ type: 'toast', text: null }), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);
  const close = () => dispatch({ type: 'alert', text: null });
  return html`
    <div class="toasts" role="status">
      ${toast && html`<p class="toast" data-testid="toast" dir="auto">${toast}</p>`}
    </div>
    ${
      alert &&
      html`<${Dialog} title=${state.bot.name} ok=${say('ok')} onOk=${close} onClose=${close}>
        <p dir="auto">${alert}</p>
      </${Dialog}>`
    }
  `;
}
