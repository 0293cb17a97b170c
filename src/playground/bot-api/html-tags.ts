import { checkLink } from './check-link.ts';
import type { Entity } from './shapes.ts';

export type Attributes = Record<string, string>;
/** An entity whose place in the text is not known yet. */
export type Style = Omit<Entity, 'offset' | 'length'>;

const SIMPLE: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  'tg-spoiler': 'spoiler',
};

const OTHERS = ['a', 'blockquote', 'span', 'tg-emoji'];

export function isKnownTag(tag: string): boolean {
  return Object.hasOwn(SIMPLE, tag) || OTHERS.includes(tag);
}

/** What a known start tag means, or the reason why it is refused. */
export function styleOfTag(tag: string, attributes: Attributes): Style | { refused: string } {
  if (tag === 'a') return styleOfLink(attributes);
  if (tag === 'blockquote') {
    return { type: 'expandable' in attributes ? 'expandable_blockquote' : 'blockquote' };
  }
  if (tag === 'span') {
    if (attributes.class === 'tg-spoiler') return { type: 'spoiler' };
    return { refused: 'Tag "span" must have class "tg-spoiler"' };
  }
  if (tag === 'tg-emoji') {
    const id = attributes['emoji-id'];
    if (id && /^\d+$/.test(id)) return { type: 'custom_emoji', custom_emoji_id: id };
    return { refused: 'Tag "tg-emoji" must have attribute "emoji-id"' };
  }
  const type = SIMPLE[tag] ?? tag;
  const language = /^language-(.+)$/.exec(attributes.class ?? '')?.[1];
  return language ? { type, language } : { type };
}

function styleOfLink({ href }: Attributes): Style | { refused: string } {
  if (!href) return { refused: 'Tag "a" has no href, the link would be dropped' };
  const wrong = checkLink(href);
  return wrong === null
    ? { type: 'text_link', url: href }
    : { refused: `link "${href}": ${wrong}` };
}

/** Why Telegram would drop `inner` inside `outer`, or null when it may stand there. */
export function nestingFault(outer: Style, inner: Style): string | null {
  const isBlockquote = (style: Style) => style.type.endsWith('blockquote');
  if (outer.type === 'pre' && inner.type === 'code') return null;
  if (outer.type === 'code' || outer.type === 'pre') return `${outer.type} can hold only text`;
  if (isBlockquote(outer) && isBlockquote(inner)) return "a blockquote can't hold another";
  if (outer.type === inner.type) return `${inner.type} inside ${outer.type} says nothing new`;
  return null;
}
