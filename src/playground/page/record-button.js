import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { Icon } from './icons.js';
import { actOfRecording } from './voice-act.js';
import { say } from './words.js';

/** Records a voice note: the first press begins, the second sends it, Escape throws it away. */
export function RecordButton(/** @type {any} */ { onAct, onToast }) {
  const [isRecording, setRecording] = useState(false);
  const recorder = useRef(/** @type {MediaRecorder | null} */ (null));
  useEffect(() => () => discard(recorder.current), []);

  const begin = async () => {
    const stream = await microphone();
    if (!stream) return onToast(say('no-microphone'));
    recorder.current = record(stream, async (recording, seconds) => {
      setRecording(false);
      if (recording) onAct(await actOfRecording(recording, seconds));
    });
    setRecording(true);
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) =>
    event.key === 'Escape' && discard(recorder.current);
  return html`<button
    class="icon-button" data-testid="record" aria-pressed=${isRecording}
    aria-label=${say(isRecording ? 'send-voice' : 'record')} title=${say(isRecording ? 'send-voice' : 'record')}
    onClick=${() => (isRecording ? recorder.current?.stop() : begin())} onKeyDown=${onKeyDown}
  ><${Icon} name=${isRecording ? 'send' : 'voice'} /></button>`;
}

/** Null without the citizen's permission, or without a microphone. */
async function microphone() {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return null;
  }
}

const DISCARDED = new WeakSet();

function record(
  /** @type {MediaStream} */ stream,
  /** @type {(recording: Blob | null, seconds: number) => void} */ onEnd,
) {
  const mimeType = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'].find((type) =>
    MediaRecorder.isTypeSupported(type),
  );
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  /** @type {Blob[]} */
  const parts = [];
  const began = performance.now();
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  recorder.addEventListener('stop', () => {
    for (const track of stream.getTracks()) track.stop();
    const seconds = Math.max(1, Math.round((performance.now() - began) / 1000));
    const recording = new Blob(parts, { type: recorder.mimeType });
    onEnd(DISCARDED.has(recorder) ? null : recording, seconds);
  });
  recorder.start();
  return recorder;
}

function discard(/** @type {MediaRecorder | null} */ recorder) {
  if (recorder?.state !== 'recording') return;
  DISCARDED.add(recorder);
  recorder.stop();
}
