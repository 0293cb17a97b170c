import { useState } from 'preact/hooks';
import { BotAvatar } from './avatar.js';
import { BottomBar } from './bottom-bar.js';
import { nameOf } from './formats.js';
import { History } from './history.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { Phone } from './phone.js';
import { say } from './words.js';

/** One citizen's chat with the bot: header, messages, and where the citizen writes. */
export function ChatView(/** @type {any} */ { state, citizen, chat, deeds, onOpenList }) {
  const [edited, setEdited] = useState(null);
  return html`
    <main class="chat">
      <header class="chat-head" data-testid="header">
        <button
          class="icon-button only-phone"
          data-testid="open-list"
          aria-label=${say('open-list')}
          onClick=${onOpenList}
        >
          <${Icon} name="menu" />
        </button>
        <${BotAvatar} />
        <div class="chat-title">
          <h2>${state.bot.name}</h2>
          <p class=${chat.action ? 'is-active' : ''}>${doing(chat.action)}</p>
        </div>
        <p class="you-are">${say('you-are', { name: nameOf(citizen) })}</p>
      </header>
      ${state.isLost && html`<p class="strip" role="status" data-testid="lost">${say('lost')}</p>`}
      <${Phone} sms=${chat.sms} onCopy=${deeds.copy} />
      <${History} state=${state} citizen=${citizen} chat=${chat} deeds=${deeds} onEdit=${setEdited} />
      <${BottomBar}
        state=${state}
        citizen=${citizen}
        chat=${chat}
        deeds=${deeds}
        edited=${edited}
        onEdit=${setEdited}
      />
    </main>
  `;
}

function doing(/** @type {string | null} */ action) {
  if (!action) return say('bot');
  return say(action.startsWith('upload') ? 'sending-file' : 'typing');
}
