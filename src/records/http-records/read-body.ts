import { ServiceFailure } from './service-failure.ts';

/** A city's streets and offices take tens of kilobytes; a property's whole file a few. */
const MOST_BYTES = 2_000_000;

/** The body as JSON; more than the cap is not read to its end. */
export async function readJson(response: Response, template: string): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw wrong(template, `its content type is not application/json (status ${response.status})`);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw wrong(template, `it is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    // The parser's own words would repeat what it read.
    throw wrong(template, 'it is not JSON in UTF-8');
  }
}

function wrong(template: string, reason: string): ServiceFailure {
  return new ServiceFailure(`GET ${template}: the answer cannot be used: ${reason}`, {
    kind: 'wrong-answer',
  });
}
