import type { PhotoAsset, Reply } from '../dialogue/turn.ts';
import type { Locale, Wording } from '../wording/wording.ts';
import { cleanText } from './clean-text.ts';
import type { Outgoing, TextPayload } from './outgoing.ts';
import { inlineKeyboard, replyKeyboard } from './render-keyboard.ts';
import { splitHtml } from './split-html.ts';

/** Telegram's limit for one message, tags not counted. */
export const LONGEST_MESSAGE = 4096;
const LONGEST_CAPTION = 1024;

/** The calls that show a reply. Throws where the reply itself is wrong: that is a bug, not the citizen's. */
export function renderReply(reply: Reply, wording: Wording, locale: Locale): Outgoing[] {
  const lines = reply.lines.map((line) => wording.html(line, locale));
  const texts = markedParts(reply, lines, wording, locale).flatMap(({ text, markup }) => {
    const pieces = splitHtml(cleanText(text), LONGEST_MESSAGE);
    return pieces.map((piece, n) =>
      textMessage(piece, n === pieces.length - 1 ? markup : undefined),
    );
  });
  const parts = reply.photo ? withPhoto(texts, reply.photo.asset) : texts;
  if (!reply.venue) return parts;
  const { lat, lon, title, address } = reply.venue;
  const venue = {
    latitude: lat,
    longitude: lon,
    title: cleanText(title),
    address: cleanText(address),
  };
  return [...parts, { method: 'sendVenue', payload: venue }];
}

interface MarkedText {
  text: string;
  markup: TextPayload['reply_markup'] | undefined;
}

/** A message has room for one keyboard: taking the old one away and new buttons need two. */
function markedParts(
  { buttons, keyboard }: Reply,
  lines: string[],
  wording: Wording,
  locale: Locale,
): MarkedText[] {
  const below = keyboard && replyKeyboard(keyboard, wording, locale);
  const inline = buttons?.length ? inlineKeyboard(buttons, wording, locale) : undefined;
  const [first = '', ...rest] = lines;
  if (!below || !inline) return [{ text: lines.join('\n'), markup: inline ?? below }];
  if (keyboard?.kind !== 'none') {
    throw new Error('a reply has either buttons or a keyboard that asks for something');
  }
  if (rest.length === 0) return [{ text: first, markup: inline }];
  return [
    { text: first, markup: below },
    { text: rest.join('\n'), markup: inline },
  ];
}

/** The first text becomes the picture's caption, unless it is too long for one. */
function withPhoto(texts: TextMessage[], asset: PhotoAsset): Outgoing[] {
  const [first, ...rest] = texts;
  if (!first || first.payload.text.length > LONGEST_CAPTION) {
    return [{ method: 'sendPhoto', payload: { asset, parse_mode: 'HTML' } }, ...texts];
  }
  const { text: caption, parse_mode, reply_markup: markup } = first.payload;
  const payload = { asset, caption, parse_mode, ...(markup ? { reply_markup: markup } : {}) };
  return [{ method: 'sendPhoto', payload }, ...rest];
}

type TextMessage = Extract<Outgoing, { method: 'sendMessage' }>;

function textMessage(text: string, markup: TextPayload['reply_markup'] | undefined): TextMessage {
  return {
    method: 'sendMessage',
    payload: {
      text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...(markup ? { reply_markup: markup } : {}),
    },
  };
}
