/** All others tell the server about this machine. */
const HEADERS = ['authorization', 'content-type', 'accept'];

/**
 * A `fetch` for servers that are not to be trusted with much: it follows no redirect, sends no header but what the
 * request needs, and reads no more than an answer can be.
 */
export function boundedFetch(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const given = new Headers(init?.headers);
    const headers = HEADERS.flatMap((name) => {
      const value = given.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    });
    const response = await fetch(input, { ...init, headers, redirect: 'error' });
    const body = await readUpTo(mostBytes, response);
    const type = response.headers.get('content-type') ?? '';
    return new Response(body, { status: response.status, headers: { 'content-type': type } });
  };
}

async function readUpTo(most: number, response: Response): Promise<string | null> {
  if (!response.body) return null;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body) {
    bytes += part.length;
    if (bytes > most) throw new Error('the answer is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
