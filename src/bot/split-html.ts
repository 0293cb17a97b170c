/** A tag, an entity, or one character. */
const TOKEN = /<[^>]*>|&(?:[a-z]+|#\d+);|[\s\S]/gu;

/**
 * Cuts a message into pieces of at most `limit` shown characters: at line ends where possible, else at
 * a space, never inside a tag or an entity. Tags open at a cut are closed and opened again.
 */
export function splitHtml(html: string, limit: number): string[] {
  if (html.length <= limit) return [html];
  const pieces: string[] = [];
  let rest: string[] = html.match(TOKEN) ?? [];
  let reopened: string[] = [];
  while (rest.length > 0) {
    const end = cutPoint(rest, limit);
    const taken = rest.slice(0, end);
    const open = openTags([...reopened, ...taken]);
    const closing = open.toReversed().map((tag) => `</${nameOf(tag)}>`);
    const piece = [...reopened, taken.join('').trim(), ...closing].join('');
    if (lengthShown(taken) > 0) pieces.push(piece);
    reopened = open;
    rest = rest.slice(end);
  }
  return pieces;
}

/** How many tokens the next piece takes. */
function cutPoint(tokens: string[], limit: number): number {
  let shown = 0;
  let lineEnd = 0;
  let space = 0;
  for (const [index, token] of tokens.entries()) {
    shown += widthOf(token);
    if (shown > limit) return lineEnd || space || index;
    if (token === '\n') lineEnd = index + 1;
    if (token === ' ') space = index + 1;
  }
  return tokens.length;
}

function openTags(tokens: string[]): string[] {
  const open: string[] = [];
  for (const token of tokens) {
    if (!isTag(token)) continue;
    if (token.startsWith('</')) open.pop();
    else open.push(token);
  }
  return open;
}

function lengthShown(tokens: string[]): number {
  return tokens.filter((token) => token.trim()).reduce((sum, token) => sum + widthOf(token), 0);
}

/** Telegram counts UTF-16 units, so most emoji count twice. */
function widthOf(token: string): number {
  if (isTag(token)) return 0;
  return token.startsWith('&') && token.length > 1 ? 1 : token.length;
}

function isTag(token: string): boolean {
  return token.length > 1 && token.startsWith('<');
}

function nameOf(tag: string): string {
  return /^<([\w-]+)/.exec(tag)?.[1] ?? '';
}
