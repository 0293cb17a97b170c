import { type Attributes, isKnownTag, nestingFault, type Style, styleOfTag } from './html-tags.ts';
import { badRequest, quietlyChanged } from './refusal.ts';
import type { Entity } from './shapes.ts';

interface OpenTag {
  tag: string;
  style: Style;
  offset: number;
}

interface Parsed {
  text: string;
  entities: Entity[];
}

/** Text with Telegram's HTML (`parse_mode: HTML`) as plain text and entities; refuses what Telegram refuses. */
export function parseHtml(html: string): Parsed {
  const open: OpenTag[] = [];
  const entities: Entity[] = [];
  let text = '';
  let at = 0;
  while (at < html.length) {
    if (html[at] === '<') {
      at =
        html[at + 1] === '/'
          ? closeTag(html, at, open, text, entities)
          : openTag(html, at, open, text);
    } else if (html[at] === '&') {
      const [character, next] = readReference(html, at);
      text += character;
      at = next;
    } else {
      text += html[at];
      at += 1;
    }
  }
  const last = open.at(-1);
  if (last) throw cannotParse(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text, entities: merged(entities) };
}

function openTag(html: string, at: number, open: OpenTag[], text: string): number {
  const offset = byteOffset(html, at);
  const name = /^<([^\s>]*)/.exec(html.slice(at))?.[1]?.toLowerCase() ?? '';
  if (!isKnownTag(name)) {
    throw cannotParse(`Unsupported start tag "${name}" at byte offset ${offset}`);
  }
  const [attributes, end] = readAttributes(html, at + 1 + name.length, name, offset);
  const style = styleOfTag(name, attributes);
  if ('refused' in style) throw cannotParse(`${style.refused} at byte offset ${offset}`);
  for (const outer of open) {
    const fault = nestingFault(outer.style, style);
    if (fault) throw quietlyChanged(`tag "${name}" at byte offset ${offset}: ${fault}`);
  }
  open.push({ tag: name, style, offset: text.length });
  return end;
}

function closeTag(
  html: string,
  at: number,
  open: OpenTag[],
  text: string,
  entities: Entity[],
): number {
  const offset = byteOffset(html, at);
  const found = /^<\/([^\s>]*)\s*>/.exec(html.slice(at));
  const opened = open.pop();
  if (!opened) throw cannotParse(`Unexpected end tag at byte offset ${offset}`);
  if (!found) throw cannotParse(`Unclosed end tag at byte offset ${offset}`);
  const name = found[1]?.toLowerCase();
  if (name !== opened.tag) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${offset}, expected "</${opened.tag}>", found "</${name}>"`,
    );
  }
  if (text.slice(opened.offset).trim() === '') {
    throw quietlyChanged(
      `tag "${opened.tag}" closed at byte offset ${offset} holds nothing to see`,
    );
  }
  entities.push({ ...opened.style, offset: opened.offset, length: text.length - opened.offset });
  return at + found[0].length;
}

const ATTRIBUTE = /^\s+([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([a-z0-9.-]+)))?/i;

function readAttributes(
  html: string,
  from: number,
  tag: string,
  offset: number,
): [Attributes, number] {
  const attributes: Attributes = {};
  let at = from;
  for (let found = ATTRIBUTE.exec(html.slice(at)); found; found = ATTRIBUTE.exec(html.slice(at))) {
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    attributes[String(found[1]).toLowerCase()] = value.replace(
      /&[^;]+;/g,
      (whole) => readReference(whole, 0)[0],
    );
    at += found[0].length;
  }
  const end = /^\s*>/.exec(html.slice(at));
  if (!end) throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${offset}`);
  return [attributes, at + end[0].length];
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Telegram knows four names and all numbers; any other name would be shown as it is written. */
function readReference(html: string, at: number): [string, number] {
  const found = /^&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]*));/i.exec(html.slice(at));
  if (!found) return ['&', at + 1];
  const [whole, decimal, hex, name] = found;
  const next = at + whole.length;
  if (name !== undefined) {
    const character = NAMED[name];
    if (!character) throw badRequest(`can't parse entities: "${whole}" is not known to Telegram`);
    return [character, next];
  }
  const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
  return [code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole, next];
}

/** `<pre><code class="language-x">` is one entity; the others are ordered as Telegram orders them. */
function merged(entities: Entity[]): Entity[] {
  const blocks = entities.filter((entity) => entity.type === 'pre');
  const inBlock = (entity: Entity) =>
    entity.type === 'code' &&
    blocks.find((block) => block.offset === entity.offset && block.length === entity.length);
  for (const entity of entities) {
    const block = inBlock(entity);
    if (block && entity.language) block.language = entity.language;
  }
  return entities
    .filter((entity) => !inBlock(entity))
    .sort((one, other) => one.offset - other.offset || other.length - one.length);
}

function byteOffset(html: string, at: number): number {
  return Buffer.byteLength(html.slice(0, at));
}

function cannotParse(reason: string): Error {
  return badRequest(`can't parse entities: ${reason}`);
}
