import { cleanTyped } from '../bot-api/check-text.ts';
import type { Content } from '../bot-api/shapes.ts';
import { imageSize } from '../world/image-size.ts';
import type { World } from '../world/world.ts';
import type { Act } from './act.ts';

type FileAct = Extract<Act, { kind: 'photo' | 'document' }>;

export function fileContent(world: World, act: FileAct): Content | { impossible: string } {
  const bytes = new Uint8Array(Buffer.from(act.base64, 'base64'));
  const size = act.kind === 'photo' ? imageSize(bytes) : null;
  if (act.kind === 'photo' && !size) return { impossible: 'a photo must be a PNG or JPEG' };
  const { facts } = world.files.put({ bytes, name: act.name, mimeType: act.mimeType });
  const caption = cleanTyped(act.caption ?? '');
  const said = caption === '' ? {} : { caption };
  if (size) return { photo: [{ ...facts, ...size }], ...said };
  return { document: { ...facts, file_name: act.name, mime_type: act.mimeType }, ...said };
}

/** Without a sound the note is silent: enough for a bot to see that somebody spoke. */
export function voiceContent(
  world: World,
  { seconds, base64, mimeType = 'audio/ogg' }: Extract<Act, { kind: 'voice' }>,
): Content {
  const bytes = new Uint8Array(base64 ? Buffer.from(base64, 'base64') : Buffer.from('OggS'));
  const { facts } = world.files.put({ bytes, name: 'voice.oga', mimeType });
  return { voice: { ...facts, duration: seconds, mime_type: mimeType } };
}

export function stickerContent(world: World): Content {
  const bytes = new Uint8Array(Buffer.from('RIFF'));
  const { facts } = world.files.put({ bytes, name: 'sticker.webp', mimeType: 'image/webp' });
  const kind = { type: 'regular', is_animated: false, is_video: false } as const;
  return { sticker: { ...facts, ...kind, width: 512, height: 512, emoji: '\u{1F44D}' } };
}
