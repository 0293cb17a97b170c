import { html } from './html.js';

const COLOURS = 6;

/** @param {{ id: number, name: string }} props a disc with the first letter of a name */
export function Avatar({ id, name }) {
  return html`<span class=${`avatar avatar-${id % COLOURS}`} aria-hidden="true">${[...name][0]}</span>`;
}

/** The bot's own disc. */
export function BotAvatar() {
  return html`<img class="avatar" src="/playground/assets/icon.svg" alt="" />`;
}
