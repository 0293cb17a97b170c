import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { ChatView } from './chat-view.js';
import { CitizensList } from './citizens-list.js';
import { createDeeds } from './deeds.js';
import { html } from './html.js';
import { Notices } from './notices.js';
import { followEvents, loadState } from './server.js';
import { reduce } from './state.js';

/** How long Telegram's clients show that somebody is writing. */
const ACTION_MS = 5500;

/** @param {{ first: import('./state.js').State, after: number }} props */
export function App({ first, after }) {
  const [state, dispatch] = useReducer(reduce, first);
  const [isListOpen, setListOpen] = useState(false);
  const deeds = useMemo(() => createDeeds(dispatch), []);

  useEffect(() => follow(after, dispatch), []);

  const select = (/** @type {number} */ id) => {
    dispatch({ type: 'selected', id });
    history.replaceState(null, '', `#${id}`);
    setListOpen(false);
  };
  const citizen = state.citizens.find(({ id }) => id === state.selected);
  return html`
    <div class=${isListOpen ? 'app list-open' : 'app'}>
      <${CitizensList} state=${state} onSelect=${select} onClose=${() => setListOpen(false)} />
      <div class="scrim" onClick=${() => setListOpen(false)}></div>
      <${ChatView}
        key=${state.selected}
        state=${state}
        citizen=${citizen}
        chat=${state.chats[state.selected]}
        deeds=${deeds}
        onOpenList=${() => setListOpen(true)}
      />
      <${Notices} state=${state} dispatch=${dispatch} />
    </div>
  `;
}

/** @param {number} after @param {(change: any) => void} dispatch */
function follow(after, dispatch) {
  /** @type {Map<number, ReturnType<typeof setTimeout>>} */
  const timers = new Map();
  followEvents(after, {
    onEvent: (event) => {
      dispatch(event);
      if (event.type !== 'action') return;
      clearTimeout(timers.get(event.chatId));
      const quiet = () => dispatch({ type: 'quiet', chatId: event.chatId });
      timers.set(event.chatId, setTimeout(quiet, ACTION_MS));
    },
    onLost: () => dispatch({ type: 'lost' }),
    onBack: async () => dispatch({ type: 'reloaded', loaded: await loadState() }),
  });
}
