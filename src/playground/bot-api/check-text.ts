import { findEntities } from './find-entities.ts';
import { parseHtml } from './parse-html.ts';
import { badRequest, quietlyChanged } from './refusal.ts';
import type { Entity } from './shapes.ts';

const MAX_ENTITIES = 100;
const REMOVED_BY_TELEGRAM = /[\u2028-\u202e]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** Parses and checks the text (or caption) of an outgoing message. */
export function readFormattedText(
  written: string,
  parseMode: string | undefined,
  limits: { what: 'text' | 'caption'; max: number },
): FormattedText {
  if (parseMode !== undefined && parseMode !== 'HTML') {
    throw badRequest(`parse_mode "${parseMode}" is unknown or not offered by the playground`);
  }
  const { text, entities } =
    parseMode === 'HTML' ? parseHtml(written) : { text: written, entities: [] };
  if (limits.what === 'text' && text.trim() === '') throw badRequest('message text is empty');
  if ([...text].length > limits.max) {
    throw badRequest(
      limits.what === 'text' ? 'message is too long' : 'message caption is too long',
    );
  }
  checkPlain(text, limits.what);
  const all = [...entities, ...findEntities(text, entities)];
  if (all.length > MAX_ENTITIES) {
    throw quietlyChanged(`it has ${all.length} entities, only ${MAX_ENTITIES} are kept`);
  }
  return { text, entities: all.sort((one, other) => one.offset - other.offset) };
}

/** Refuses what Telegram would remove from any shown text: marks, control characters, outer white space. */
export function checkPlain(text: string, what: string): void {
  if (!text.isWellFormed()) throw badRequest(`${what} must be encoded in UTF-8`);
  const removed = REMOVED_BY_TELEGRAM.exec(text) ?? CONTROL.exec(text);
  if (removed) {
    const code = removed[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    throw quietlyChanged(`${what} holds U+${code}, which is removed or replaced`);
  }
  if (text !== text.trim()) {
    throw quietlyChanged(`${what} begins or ends with white space, which is removed`);
  }
}

/** What Telegram makes of a text that a person typed. */
export function cleanTyped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r', '')
    .replace(/[\u2028-\u202e]/g, '')
    .replace(new RegExp(CONTROL, 'g'), ' ')
    .trim();
}
