import { useState } from 'preact/hooks';
import { html } from './html.js';
import { say } from './words.js';

/**
 * Text with Telegram's entities, built node by node: nothing the bot writes is ever read as HTML.
 *
 * @param {{ text: string, entities: any[], botUsername: string, onCopy: (text: string) => void, onCommand: (text: string) => void }} props
 */
export function RichText({ text, entities, botUsername, onCopy, onCommand }) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesOf(text, 0, text.length, sorted, { botUsername, onCopy, onCommand });
}

/**
 * @param {string} text @param {number} from @param {number} to
 * @param {any[]} entities those within the stretch, outer ones first
 * @param {any} deeds @returns {any[]}
 */
function nodesOf(text, from, to, entities, deeds) {
  const nodes = [];
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = others.filter(({ offset }) => offset < end);
    const shown = text.slice(entity.offset, end);
    nodes.push(text.slice(at, entity.offset));
    nodes.push(wrap(entity, shown, nodesOf(text, entity.offset, end, inner, deeds), deeds));
    at = end;
    rest = others.filter(({ offset }) => offset >= end);
  }
  nodes.push(text.slice(at, to));
  return nodes;
}

/** @param {any} entity @param {string} shown @param {any[]} children @param {any} deeds */
function wrap(entity, shown, children, deeds) {
  const { onCopy, onCommand } = deeds;
  switch (entity.type) {
    case 'bold':
      return html`<strong>${children}</strong>`;
    case 'italic':
      return html`<em>${children}</em>`;
    case 'underline':
      return html`<u>${children}</u>`;
    case 'strikethrough':
      return html`<s>${children}</s>`;
    case 'blockquote':
    case 'expandable_blockquote':
      return html`<blockquote class="said">${children}</blockquote>`;
    case 'spoiler':
      return html`<${Spoiler}>${children}</${Spoiler}>`;
    case 'code':
    case 'pre':
      return html`<button
        class=${entity.type === 'pre' ? 'code is-block' : 'code'}
        title=${say('tap-to-copy')}
        onClick=${() => onCopy(shown)}
        ><code>${shown}</code></button
      >`;
    case 'bot_command':
      return html`<button class="link" onClick=${() => onCommand(shown)}><bdi>${shown}</bdi></button>`;
    case 'url':
    case 'text_link':
      return link(entity.url ?? shown, children, deeds);
    default:
      return children;
  }
}

/** @param {string} address @param {any[]} children @param {any} deeds */
function link(address, children, { botUsername, onCommand }) {
  if (!/^(https?|tg):/i.test(address)) return children;
  const payload = startPayload(address, botUsername);
  if (payload) {
    const start = () => onCommand(`/start ${payload}`);
    return html`<button class="link" data-testid="start-link" onClick=${start}><bdi>${children}</bdi></button>`;
  }
  return html`<a href=${address} target="_blank" rel="noopener noreferrer">${children}</a>`;
}

/**
 * A link to the bot itself opens no other page: Telegram says `/start` with what it carries.
 *
 * @param {string} address @param {string} botUsername
 */
function startPayload(address, botUsername) {
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, searchParams } = new URL(address);
  return hostname === 't.me' && pathname === `/${botUsername}` ? searchParams.get('start') : null;
}

function Spoiler(/** @type {any} */ { children }) {
  const [isOpen, setOpen] = useState(false);
  return html`<span class=${isOpen ? 'spoiler is-open' : 'spoiler'} onClick=${() => setOpen(true)}>
    ${children}
  </span>`;
}
