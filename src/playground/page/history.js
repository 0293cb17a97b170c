import { Bubble } from './bubble.js';
import { EmptyChat } from './empty-chat.js';
import { dayLabel, dayOf, persianDigits } from './formats.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { isEditable } from './is-editable.js';
import { useEndInView } from './use-end-in-view.js';
import { say } from './words.js';

/** Messages of one side closer than this belong together. */
const TOGETHER_SECONDS = 300;

/** The messages, day by day. */
export function History(/** @type {any} */ { state, citizen, chat, deeds, onEdit }) {
  const { entries } = chat;
  const { box, below, isAtEnd, toEnd, onScroll } = useEndInView(chat);
  if (entries.length === 0) {
    return html`<${EmptyChat} bot=${state.bot} citizen=${citizen} />`;
  }
  const lastOwn = entries.findLast((/** @type {any} */ { message }) => isEditable(message));
  return html`
    <div class="history-frame">
      <div class="history" ref=${box} role="log" aria-label=${say('messages')} onScroll=${onScroll}>
        <div class="messages">
        ${entries.map((/** @type {any} */ entry, /** @type {number} */ index) => {
          const before = entries[index - 1]?.message;
          return html`
            ${isNewDay(entry.message, before) && html`<${Day} seconds=${entry.message.date} />`}
            <${Bubble}
              key=${entry.message.message_id}
              entry=${entry}
              isFirst=${!belongTogether(before, entry.message)}
              isLast=${!belongTogether(entry.message, entries[index + 1]?.message)}
              citizen=${citizen}
              botUsername=${state.bot.username}
              pressed=${state.pressed}
              deeds=${deeds}
              onEdit=${entry === lastOwn ? () => onEdit(entry.message) : undefined}
            />
          `;
        })}
        ${chat.action && html`<${Typing} />`}
        </div>
      </div>
      ${!isAtEnd && html`<${ToEnd} below=${below} onClick=${toEnd} />`}
    </div>
  `;
}

function Typing() {
  return html`
    <div class="message from-bot is-first is-last" data-testid="typing" role="status" aria-label=${say('typing')}>
      <div class="bubble typing"><i></i><i></i><i></i></div>
    </div>
  `;
}

function ToEnd(/** @type {any} */ { below, onClick }) {
  return html`
    <button class="to-end" aria-label=${say('newest')} onClick=${onClick}>
      ${below > 0 && html`<span class="badge">${persianDigits(below)}</span>`}
      <${Icon} name="down" />
    </button>
  `;
}

function Day(/** @type {any} */ { seconds }) {
  return html`<p class="day" data-testid="day"><span>${dayLabel(seconds)}</span></p>`;
}

function isNewDay(/** @type {any} */ message, /** @type {any} */ before) {
  return !before || dayOf(before.date) !== dayOf(message.date);
}

function belongTogether(/** @type {any} */ one, /** @type {any} */ next) {
  if (!one || !next || isNewDay(next, one)) return false;
  return one.from.is_bot === next.from.is_bot && next.date - one.date < TOGETHER_SECONDS;
}
