/**
 * @typedef {{ message: any, seen: boolean }} Entry
 * @typedef {{ id: number, entries: Entry[], keyboard: any, isKeyboardHidden: boolean, blocked: boolean,
 *   unread: number, action: string | null, sms: any[] }} Chat
 * @typedef {{ bot: any, cityName: string, places: any[], commands: any[], citizens: any[],
 *   chats: Record<number, Chat>, selected: number, pressed: string[], answered: string[],
 *   toast: string | null, alert: string | null, isLost: boolean }} State
 */

/** @param {Record<string, any>} loaded @param {number} wanted @returns {State} */
export function firstState(loaded, wanted) {
  const citizens = loaded.citizens;
  const isThere = citizens.some((/** @type {any} */ { id }) => id === wanted);
  return {
    ...withoutChats(loaded),
    chats: chatsOf(loaded),
    selected: isThere ? wanted : citizens[0]?.id,
    pressed: [],
    answered: [],
    toast: null,
    alert: null,
    isLost: false,
  };
}

function withoutChats(/** @type {any} */ { bot, cityName, places, commands, citizens }) {
  return { bot, cityName, places, commands, citizens };
}

function chatsOf(/** @type {any} */ { chats }) {
  const fresh = { isKeyboardHidden: false, unread: 0, action: null };
  return Object.fromEntries(
    chats.map((/** @type {any} */ chat) => [chat.id, { ...chat, ...fresh }]),
  );
}

/** What changes a state: the server's events, and what the visitor does on the page. */
const CHANGES = {
  reloaded: (/** @type {State} */ state, /** @type {any} */ { loaded }) => ({
    ...state,
    ...withoutChats(loaded),
    chats: chatsOf(loaded),
    isLost: false,
  }),
  lost: (/** @type {State} */ state) => ({ ...state, isLost: true }),
  selected: (/** @type {State} */ state, /** @type {any} */ { id }) =>
    inChat({ ...state, selected: id }, id, () => ({ unread: 0 })),
  toast: (/** @type {State} */ state, /** @type {any} */ { text }) => ({ ...state, toast: text }),
  alert: (/** @type {State} */ state, /** @type {any} */ { text }) => ({ ...state, alert: text }),
  'keyboard-hidden': (/** @type {State} */ state, /** @type {any} */ { chatId, hidden }) =>
    inChat(state, chatId, () => ({ isKeyboardHidden: hidden })),
  quiet: (/** @type {State} */ state, /** @type {any} */ { chatId }) =>
    inChat(state, chatId, () => ({ action: null })),
  pressing: (/** @type {State} */ state, /** @type {any} */ { key }) => ({
    ...state,
    pressed: [...state.pressed, key],
  }),
  /** The press has its query id now; its answer may have come before. */
  pressed: (/** @type {State} */ state, /** @type {any} */ { key, queryId }) => ({
    ...state,
    pressed: state.pressed.flatMap((one) => {
      if (one !== key) return [one];
      return queryId && !state.answered.includes(queryId) ? [`${key}?${queryId}`] : [];
    }),
  }),
  released: (/** @type {State} */ state, /** @type {any} */ { key }) => ({
    ...state,
    pressed: state.pressed.filter((one) => !one.startsWith(key)),
  }),

  message: (/** @type {State} */ state, /** @type {any} */ { chatId, entry }) => {
    const isNews = entry.message.from.is_bot && chatId !== state.selected;
    return inChat(state, chatId, ({ entries, unread, action }) => ({
      entries: [...entries.filter(isNot(entry)), entry],
      unread: isNews ? unread + 1 : unread,
      action: entry.message.from.is_bot ? null : action,
    }));
  },
  edited: (/** @type {State} */ state, /** @type {any} */ { chatId, entry }) =>
    inChat(state, chatId, ({ entries }) => ({
      entries: entries.map((one) => (isNot(entry)(one) ? one : entry)),
    })),
  deleted: (/** @type {State} */ state, /** @type {any} */ { chatId, messageId }) =>
    inChat(state, chatId, ({ entries }) => ({
      entries: entries.filter(({ message }) => message.message_id !== messageId),
    })),
  seen: (/** @type {State} */ state, /** @type {any} */ { chatId, messageId }) =>
    inChat(state, chatId, ({ entries }) => ({
      entries: entries.map((one) =>
        one.message.message_id === messageId ? { ...one, seen: true } : one,
      ),
    })),
  keyboard: (/** @type {State} */ state, /** @type {any} */ { chatId, keyboard }) =>
    inChat(state, chatId, () => ({ keyboard, isKeyboardHidden: false })),
  action: (/** @type {State} */ state, /** @type {any} */ { chatId, action }) =>
    inChat(state, chatId, () => ({ action })),
  sms: (/** @type {State} */ state, /** @type {any} */ { chatId, sms }) =>
    inChat(state, chatId, (chat) => ({ sms: [...chat.sms, sms] })),
  blocked: (/** @type {State} */ state, /** @type {any} */ { chatId, blocked }) =>
    inChat(state, chatId, () => ({ blocked })),
  answered: (/** @type {State} */ state, /** @type {any} */ { chatId, queryId, text, alert }) => ({
    ...state,
    answered: [...state.answered.slice(-50), queryId],
    pressed: state.pressed.filter((one) => !one.endsWith(`?${queryId}`)),
    ...(text && chatId === state.selected ? { [alert ? 'alert' : 'toast']: text } : {}),
  }),
  commands: (/** @type {State} */ state, /** @type {any} */ { commands }) => ({
    ...state,
    commands,
  }),
  bot: (/** @type {State} */ state, /** @type {any} */ { name, description }) => ({
    ...state,
    bot: { ...state.bot, name, description },
  }),
};

/** @param {State} state @param {{ type: keyof typeof CHANGES }} change @returns {State} */
export function reduce(state, change) {
  return CHANGES[change.type]?.(state, change) ?? state;
}

/** @param {State} state @param {number} id @param {(chat: Chat) => Partial<Chat>} change */
function inChat(state, id, change) {
  const chat = state.chats[id];
  if (!chat) return state;
  return { ...state, chats: { ...state.chats, [id]: { ...chat, ...change(chat) } } };
}

/** @param {Entry} entry @returns {(other: Entry) => boolean} */
function isNot({ message }) {
  return (other) => other.message.message_id !== message.message_id;
}
