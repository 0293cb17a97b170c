import { useState } from 'preact/hooks';
import { AttachMenu } from './attach-menu.js';
import { CommandsMenu } from './commands-menu.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { RecordButton } from './record-button.js';
import { useDraft } from './use-draft.js';
import { say } from './words.js';

/** Where the citizen writes, with the menus of attachments and commands. */
export function Composer(/** @type {any} */ props) {
  const { commands, chat, edited, onEdit, onAct, onAsk, onToast } = props;
  const [menu, setMenu] = useState(/** @type {'attach' | 'commands' | null} */ (null));
  const close = () => setMenu(null);
  const draft = useDraft({ chat, edited, onEdit, onAct });
  const matching =
    menu === 'commands' ? commands : edited ? [] : startingWith(draft.text, commands);

  const toggle = (/** @type {'attach' | 'commands'} */ which) =>
    setMenu(menu === which ? null : which);
  const runCommand = (/** @type {string} */ command) => {
    close();
    draft.clear();
    onAct({ kind: 'text', text: `/${command}` });
  };
  const onKeyDown = (/** @type {any} */ event) => event.key === 'Escape' && close();
  return html`
    <div class="composer" onKeyDown=${onKeyDown}>
      ${menu && html`<div class="menu-scrim" onClick=${close}></div>`}
      ${
        menu === 'attach' &&
        html`<${AttachMenu}
          isBlocked=${chat.blocked} onAct=${onAct} onAsk=${onAsk} onToast=${onToast} onClose=${close}
        />`
      }
      ${
        matching.length > 0 && html`<${CommandsMenu} commands=${matching} onChoose=${runCommand} />`
      }
      ${edited && html`<${EditStrip} text=${edited.text} onClose=${() => onEdit(null)} />`}
      <div class="composer-row">
        <${MenuButton} of="attach" icon="attach" open=${menu} onClick=${toggle} />
        <${Input} draft=${draft} placeholder=${chat.keyboard?.input_field_placeholder} />
        ${
          commands.length > 0 &&
          draft.text === '' &&
          html`<${MenuButton} of="commands" icon="command" open=${menu} onClick=${toggle} />`
        }
        ${props.hasKeyboard && html`<${KeyboardToggle} ...${props} />`}
        ${
          draft.text === '' &&
          !edited &&
          html`<${RecordButton} onAct=${onAct} onToast=${onToast} />`
        }
        <button
          class="icon-button send" data-testid="send" aria-label=${say('send')}
          disabled=${draft.text.trim() === ''} onClick=${draft.send}
        ><${Icon} name="send" /></button>
      </div>
    </div>
  `;
}

function Input(/** @type {any} */ { draft, placeholder }) {
  return html`<textarea
    ref=${draft.input} data-testid="input" rows="1" dir="auto" maxlength="4096"
    aria-label=${say('write')}
    placeholder=${placeholder ?? say('write')}
    value=${draft.text}
    onInput=${(/** @type {any} */ event) => draft.write(event.currentTarget.value)}
    onKeyDown=${draft.onKeyDown}
  ></textarea>`;
}

function MenuButton(/** @type {any} */ { of, icon, open, onClick }) {
  return html`<button
    class="icon-button" data-testid=${of} aria-label=${say(of)}
    aria-expanded=${open === of} onClick=${() => onClick(of)}
  ><${Icon} name=${icon} /></button>`;
}

function KeyboardToggle(/** @type {any} */ { isKeyboardShown, onToggleKeyboard }) {
  return html`<button
    class="icon-button" data-testid="toggle-keyboard" aria-pressed=${isKeyboardShown}
    aria-label=${say(isKeyboardShown ? 'hide-keyboard' : 'show-keyboard')} onClick=${onToggleKeyboard}
  ><${Icon} name="keyboard" /></button>`;
}

function EditStrip(/** @type {any} */ { text, onClose }) {
  return html`
    <div class="edit-strip">
      <${Icon} name="edit" />
      <p><b>${say('editing')}</b><span><bdi>${text}</bdi></span></p>
      <button class="icon-button" aria-label=${say('cancel')} onClick=${onClose}>
        <${Icon} name="close" />
      </button>
    </div>
  `;
}

/** @param {string} text @param {any[]} commands those that the text may become */
function startingWith(text, commands) {
  const typed = /^\/(\w*)$/.exec(text)?.[1];
  return typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed));
}
