import { useState } from 'preact/hooks';
import { Composer } from './composer.js';
import { html } from './html.js';
import { Question } from './questions.js';
import { ReplyKeyboard } from './reply-keyboard.js';
import { say } from './words.js';

/** Everything below the messages: the start button, the input, the bot's keyboard, questions before sending. */
export function BottomBar(/** @type {any} */ { state, citizen, chat, deeds, edited, onEdit }) {
  const [question, setQuestion] = useState(/** @type {string | null} */ (null));
  const does = (/** @type {object} */ act) => deeds.does(citizen.id, act);
  const buttons = chat.keyboard?.keyboard;
  const isKeyboardShown = Boolean(buttons) && !chat.isKeyboardHidden;

  /** The bot's own buttons: what they send, or what they ask first. */
  const pressReply = (/** @type {any} */ button) => {
    if (chat.keyboard.one_time_keyboard) deeds.hideKeyboard(citizen.id, true);
    if (button.request_contact) setQuestion('contact');
    else if (button.request_location) setQuestion('location');
    else does({ kind: 'text', text: button.text });
  };
  const answer = (/** @type {object} */ act) => {
    setQuestion(null);
    does(act);
  };
  return html`
    <footer class="bottom">
      ${chat.blocked && html`<p class="strip">${say('blocked')}</p>`}
      ${
        chat.entries.length === 0 &&
        html`<button class="start" data-testid="start" onClick=${() => does({ kind: 'text', text: '/start' })}>
          ${say('start')}
        </button>`
      }
      <${Composer}
        commands=${state.commands}
        chat=${chat}
        edited=${edited}
        onEdit=${onEdit}
        onAct=${does}
        onAsk=${setQuestion}
        onToast=${deeds.toast}
        hasKeyboard=${Boolean(buttons)}
        isKeyboardShown=${isKeyboardShown}
        onToggleKeyboard=${() => deeds.hideKeyboard(citizen.id, isKeyboardShown)}
      />
      ${isKeyboardShown && html`<${ReplyKeyboard} rows=${buttons} onPress=${pressReply} />`}
      ${
        question &&
        html`<${Question}
          kind=${question}
          citizen=${citizen}
          others=${state.citizens.filter((/** @type {any} */ { id }) => id !== citizen.id)}
          places=${state.places}
          onAnswer=${answer}
          onClose=${() => setQuestion(null)}
        />`
      }
    </footer>
  `;
}
