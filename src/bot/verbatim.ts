import { cleanText } from './clean-text.ts';
import type { Outgoing, TextPayload } from './outgoing.ts';
import { LONGEST_MESSAGE } from './render-reply.ts';
import { splitHtml } from './split-html.ts';

/** A person's own words below a heading of ours, shown as they are: no digit of theirs is changed. */
export function verbatim(
  heading: string,
  words: string,
  extra: Pick<TextPayload, 'reply_markup' | 'message_thread_id'> & { to?: number } = {},
): Outgoing[] {
  const { to, reply_markup: markup, ...rest } = extra;
  const pieces = splitHtml(cleanText(`${heading}\n${escapeHtml(words)}`), LONGEST_MESSAGE);
  return pieces.map((text, n) => ({
    method: 'sendMessage',
    ...(to !== undefined && { to }),
    payload: {
      text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
      ...rest,
      ...(markup && n === pieces.length - 1 && { reply_markup: markup }),
    },
  }));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
