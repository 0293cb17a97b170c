import { badRequest } from './refusal.ts';

/**
 * The parts of a `multipart/form-data` body: texts and files. Written here because bots' libraries write
 * part headers more loosely than the parser of the platform reads them, and Telegram takes them.
 */
export function readMultipart(bytes: Uint8Array, contentType: string): [string, string | File][] {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (!boundary) throw badRequest("can't parse the form in the body: it names no boundary");
  const body = Buffer.from(bytes);
  const separator = Buffer.from(`--${boundary}`);
  const starts = positions(body, separator);
  if (starts.length < 2) throw badRequest("can't parse the form in the body: it is cut off");
  return starts
    .slice(0, -1)
    .map((start, index) => readPart(body.subarray(start + separator.length, starts[index + 1])));
}

function positions(body: Buffer, separator: Buffer): number[] {
  const found: number[] = [];
  for (let at = body.indexOf(separator); at >= 0; at = body.indexOf(separator, at + 1)) {
    found.push(at);
  }
  return found;
}

/** One part between its separators: line break, headers, empty line, contents, line break. */
function readPart(part: Buffer): [string, string | File] {
  const headEnd = part.indexOf('\r\n\r\n');
  if (headEnd < 0) throw badRequest("can't parse the form in the body: a part has no contents");
  const head = part.subarray(0, headEnd).toString('utf8');
  const contents = part.subarray(headEnd + '\r\n\r\n'.length, part.length - '\r\n'.length);
  const name = /[;\s]name=(?:"([^"]*)"|([^;\s]+))/i.exec(head);
  if (!name) throw badRequest("can't parse the form in the body: a part has no name");
  const key = name[1] ?? name[2] ?? '';
  const fileName = /[;\s]filename=(?:"([^"]*)"|([^;\r\n]+))/i.exec(head);
  if (!fileName) return [key, contents.toString('utf8')];
  const type = /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1] ?? '';
  const file = new File([new Uint8Array(contents)], fileName[1] ?? fileName[2] ?? '', { type });
  return [key, file];
}
