import type { Field, Fields } from './fields.ts';
import { readMultipart } from './read-multipart.ts';
import { badRequest, Refusal } from './refusal.ts';

/** Telegram takes files of up to 50 MB; the rest is room for the other parts. */
const MAX_BODY_BYTES = 52 * 1024 * 1024;

/** Reads the parameters of one call: query string, JSON, urlencoded or multipart body. */
export async function readParameters(
  request: Request,
  fields: Fields,
): Promise<Record<string, unknown>> {
  const written: [string, unknown][] = [...new URL(request.url).searchParams].map(
    ([name, value]) => [name, fromText(name, value, fields[name])],
  );
  if (request.method === 'POST') written.push(...(await readBody(request, fields)));
  const names = written.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw badRequest(`parameter "${twice}" is given twice`);
  return attachFiles(Object.fromEntries(written), fields);
}

async function readBody(request: Request, fields: Fields): Promise<[string, unknown][]> {
  const bytes = await readLimited(request);
  if (bytes.length === 0) return [];
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return readJson(bytes, fields);
  const parts = readForm(bytes, type);
  return parts.map(([name, value]) => [
    name,
    typeof value === 'string' ? fromText(name, value, fields[name]) : value,
  ]);
}

function readForm(bytes: Uint8Array, type: string): [string, string | File][] {
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return [...new URLSearchParams(Buffer.from(bytes).toString('utf8'))];
  }
  throw badRequest(`a body of type "${type}" is not read`);
}

async function readLimited(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, 'Request Entity Too Large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readJson(bytes: Uint8Array, fields: Fields): [string, unknown][] {
  const body = parseJson(Buffer.from(bytes).toString('utf8'), 'the body');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest('the JSON body must be an object');
  }
  return Object.entries(body).map(([name, value]) => {
    const isWrittenOut = typeof value === 'string' && isStructured(fields[name]);
    return [name, isWrittenOut ? parseJson(value, `parameter "${name}"`) : value];
  });
}

/** Outside JSON everything is text; Telegram reads it by the parameter's type. */
function fromText(name: string, text: string, field: Field | undefined): unknown {
  if (!field) return text;
  if (field.type === 'Integer' || field.type === 'Float') {
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  }
  if (field.type === 'Boolean') return ({ true: true, false: false } as const)[text] ?? text;
  return isStructured(field) ? parseJson(text, `parameter "${name}"`) : text;
}

function isStructured(field: Field | undefined): boolean {
  return (
    field !== undefined && !/^(Integer|Float|String|Boolean|ChatId|InputFile)$/.test(field.type)
  );
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(`can't parse ${what}: it is not JSON`);
  }
}

/** `attach://part` names another part of the multipart body; that part is then no parameter of its own. */
function attachFiles(values: Record<string, unknown>, fields: Fields): Record<string, unknown> {
  const attached = Object.entries(values).flatMap(([name, value]) => {
    if (fields[name]?.type !== 'InputFile' || typeof value !== 'string') return [];
    return value.startsWith('attach://') ? [[name, value.slice('attach://'.length)] as const] : [];
  });
  const result = { ...values };
  for (const [name, part] of attached) {
    if (!(values[part] instanceof File)) throw badRequest(`there is no file "${part}" in the body`);
    result[name] = values[part];
    delete result[part];
  }
  return result;
}
