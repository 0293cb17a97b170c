/** Says what is wrong with a link for Telegram, or null. Hosts need a dot: `localhost` is not one to Telegram. */
export function checkLink(link: string): string | null {
  if (/\s/.test(link)) return 'a link holds no white space';
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return 'it is not an address with http, https or tg in front';
  if (url.protocol === 'tg:') return link.length > 'tg://'.length ? null : 'URL host is empty';
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'Unsupported URL protocol';
  return /[^.]\.[^.]/.test(url.hostname) ? null : 'Wrong HTTP URL, the host has no dot';
}
