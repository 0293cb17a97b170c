/** Directional overrides, which Telegram takes out, and control characters, which it refuses or takes out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const DROPPED = /[\u202a-\u202e\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A text as Telegram would keep it anyway, so that what is sent is what is shown. Never empty. */
export function cleanText(text: string): string {
  const clean = text.replace(DROPPED, '').replaceAll('\t', ' ').trim();
  if (!clean) throw new Error('a text to be sent is empty');
  return clean;
}
