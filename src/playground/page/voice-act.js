import { base64Of } from './base64-of.js';
import { oggOfWebm } from './ogg-of-webm.js';

const OGG = 'audio/ogg';
/** Endings by which a file is Ogg, whatever the browser makes of them. */
const OGG_NAME = /\.(?:ogg|oga|opus)$/i;

/** A voice note of a recording, in what a messenger would record. */
export async function actOfRecording(/** @type {Blob} */ recording, /** @type {number} */ seconds) {
  const isOgg = recording.type.startsWith(OGG);
  const ogg = isOgg ? recording : new Blob([oggOfWebm(await bytesOf(recording))]);
  return { kind: 'voice', seconds, mimeType: OGG, base64: await base64Of(ogg) };
}

/** A voice note of a sound in a file. */
export async function actOfSound(/** @type {File} */ file) {
  const mimeType = OGG_NAME.test(file.name) ? OGG : file.type;
  return { kind: 'voice', seconds: await secondsOf(file), mimeType, base64: await base64Of(file) };
}

async function bytesOf(/** @type {Blob} */ blob) {
  return new Uint8Array(await blob.arrayBuffer());
}

/** A second where the browser can't tell. */
async function secondsOf(/** @type {Blob} */ file) {
  try {
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(
      await file.arrayBuffer(),
    );
    return Math.max(1, Math.round(sound.duration));
  } catch {
    return 1;
  }
}
