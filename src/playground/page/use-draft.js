import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isEditable } from './is-editable.js';

const MAX_HEIGHT_PX = 160;

/** The text that is being written: a new message, or an old one that is edited. */
export function useDraft(/** @type {any} */ { chat, edited, onEdit, onAct }) {
  const input = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const [text, write] = useState('');

  useEffect(() => {
    // On a touch screen the keyboard would jump up over the chat.
    if (matchMedia('(pointer: fine)').matches) input.current?.focus();
  }, []);
  useEffect(() => {
    write(edited?.text ?? '');
    if (edited) input.current?.focus();
  }, [edited]);
  useLayoutEffect(() => fitHeight(input.current), [text]);

  const send = () => {
    const written = text.trim();
    if (written === '') return;
    write('');
    if (edited) onAct({ kind: 'edit', messageId: edited.message_id, text: written });
    else onAct({ kind: 'text', text: written });
    onEdit(null);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') {
      onEdit(null);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && text === '') {
      const last = chat.entries.findLast((/** @type {any} */ { message }) => isEditable(message));
      if (last) onEdit(last.message);
    }
  };
  return { input, text, write, send, onKeyDown, clear: () => write('') };
}

function fitHeight(/** @type {HTMLTextAreaElement | null} */ area) {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT_PX)}px`;
}
