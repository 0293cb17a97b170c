import OpenAI, { toFile } from 'openai';
import { z } from 'zod';
import { boundedFetch } from '../bounded-fetch.ts';
import { VOICE_TYPE } from './hearing.ts';

export interface SpeechServer {
  /** Undefined: the address of OpenAI itself. */
  baseUrl: string | undefined;
  apiKey: string | undefined;
  model: string | undefined;
}

/** The words of a sound. Rejects for whatever goes wrong at the server or on the way. */
export type Transcribe = (sound: Uint8Array, signal: AbortSignal) => Promise<string>;

const OPENAI = 'https://api.openai.com/v1';
const USUAL_MODEL = 'whisper-1';
/** The client insists on one; servers of one's own may want none. */
const NO_KEY = 'none';
/** More is no transcript of a minute. */
const MOST_ANSWER_BYTES = 64 * 1024;
const ANSWER = z.object({ text: z.string() });

/** Any server that speaks OpenAI's `POST /audio/transcriptions`. Only the sound, the model's name and `fa` go out. */
export function openaiTranscriber({ baseUrl, apiKey, model }: SpeechServer): Transcribe {
  const client = new OpenAI({
    baseURL: baseUrl ?? OPENAI,
    apiKey: apiKey ?? NO_KEY,
    // Settings of the environment that other programs may want are none of ours.
    ...{ adminAPIKey: null, organization: null, project: null, webhookSecret: null },
    logLevel: 'off',
    maxRetries: 0,
    fetch: boundedFetch(MOST_ANSWER_BYTES),
  });
  return async (sound, signal) => {
    const file = await toFile(sound, 'voice.ogg', { type: VOICE_TYPE });
    const answer = await client.audio.transcriptions.create(
      { file, model: model ?? USUAL_MODEL, language: 'fa' },
      { signal },
    );
    return ANSWER.parse(answer).text;
  };
}
