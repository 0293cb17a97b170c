import { type FormattedText, readFormattedText } from '../bot-api/check-text.ts';
import { optional, required } from '../bot-api/fields.ts';
import { badRequest } from '../bot-api/refusal.ts';
import type { Content } from '../bot-api/shapes.ts';
import { filePath, type StoredFile } from '../world/files.ts';
import { imageSize } from '../world/image-size.ts';
import type { World } from '../world/world.ts';
import { method } from './method.ts';
import { SENDING, type Sending, send } from './outgoing.ts';

const CAPTION = { caption: optional('String'), parse_mode: optional('String') };
const MAX_PHOTO_BYTES = 10 * 1024 * 1024;
const MAX_DOCUMENT_BYTES = 50 * 1024 * 1024;

interface Captioned extends Sending {
  caption?: string;
  parse_mode?: string;
}

export const sendPhoto = method<Captioned & { photo: File | string }>(
  { ...SENDING, ...CAPTION, photo: required('InputFile') },
  async (world, { photo, caption, parse_mode, ...sending }) => {
    const { facts, bytes } = await keep(world, photo, MAX_PHOTO_BYTES);
    const size = imageSize(bytes);
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
    return send(world, sending, {
      photo: [{ ...facts, ...size }],
      ...readCaption(caption, parse_mode),
    });
  },
);

export const sendDocument = method<Captioned & { document: File | string }>(
  {
    ...SENDING,
    ...CAPTION,
    document: required('InputFile'),
    disable_content_type_detection: optional('Boolean'),
  },
  async (world, { document, caption, parse_mode, ...sending }) => {
    const { facts, name, mimeType } = await keep(world, document, MAX_DOCUMENT_BYTES);
    return send(world, sending, {
      document: { ...facts, file_name: name, mime_type: mimeType },
      ...readCaption(caption, parse_mode),
    });
  },
);

export const getFile = method<{ file_id: string }>(
  { file_id: required('String') },
  (world, { file_id }) => {
    const file = world.files.named(file_id);
    return { ...file.facts, file_path: filePath(file) };
  },
);

async function keep(world: World, sent: File | string, maxBytes: number): Promise<StoredFile> {
  if (typeof sent === 'string') return world.files.named(sent);
  if (sent.size === 0) throw badRequest('file must be non-empty');
  if (sent.size > maxBytes) throw badRequest(`file is too big (${sent.size} bytes)`);
  const bytes = new Uint8Array(await sent.arrayBuffer());
  return world.files.put({ bytes, name: sent.name, mimeType: mimeTypeOf(sent.name) });
}

/** Telegram goes by the ending of the name, whatever the bot declared. */
function mimeTypeOf(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return MIME_TYPES[ending] ?? 'application/octet-stream';
}

const MIME_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
  ics: 'text/calendar',
};

function readCaption(written: string | undefined, parseMode: string | undefined): Content {
  if (written === undefined || written === '') return {};
  const limits = { what: 'caption', max: 1024 } as const;
  const { text, entities }: FormattedText = readFormattedText(written, parseMode, limits);
  return entities.length > 0 ? { caption: text, caption_entities: entities } : { caption: text };
}
