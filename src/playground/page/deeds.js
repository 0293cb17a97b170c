import { actAs } from './server.js';
import { say } from './words.js';

/** A button stops turning after this long, answered or not. */
const SPINNER_MS = 30_000;

/**
 * What the visitor can do as a citizen.
 *
 * @param {(change: any) => void} dispatch
 */
export function createDeeds(dispatch) {
  const toast = (/** @type {string} */ text) => dispatch({ type: 'toast', text });

  /** @param {number} id @param {object} act */
  async function does(id, act) {
    const done = await actAs(id, act);
    if (done.kind === 'impossible') toast(say('not-possible'));
    return done;
  }

  /** @param {number} id @param {number} messageId @param {string} data */
  async function press(id, messageId, data) {
    const key = pressKey(messageId, data);
    dispatch({ type: 'pressing', key });
    setTimeout(() => dispatch({ type: 'released', key }), SPINNER_MS);
    const { queryId } = await does(id, { kind: 'press', messageId, data });
    dispatch({ type: 'pressed', key, queryId });
  }

  /** @param {string} text */
  async function copy(text) {
    await navigator.clipboard.writeText(text).then(
      () => toast(say('copied')),
      () => toast(say('not-possible')),
    );
  }

  /** @param {number} chatId @param {boolean} hidden */
  const hideKeyboard = (chatId, hidden) => dispatch({ type: 'keyboard-hidden', chatId, hidden });

  return { does, press, copy, toast, hideKeyboard };
}

/** @typedef {ReturnType<typeof createDeeds>} Deeds */

/** @param {number} messageId @param {string} data */
export function pressKey(messageId, data) {
  return `${messageId}:${data}`;
}
