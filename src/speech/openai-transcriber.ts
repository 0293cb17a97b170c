import OpenAI, { toFile } from 'openai';
import { z } from 'zod';
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
/** All others tell the server about this machine. */
const HEADERS = ['authorization', 'content-type', 'accept'];
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
    fetch: boundedFetch,
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

/** Follows nobody elsewhere with the sound, and reads no more than an answer can be. */
async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const given = new Headers(init?.headers);
  const headers = HEADERS.flatMap((name) => {
    const value = given.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  const response = await fetch(input, { ...init, headers, redirect: 'error' });
  const body = await readUpTo(MOST_ANSWER_BYTES, response);
  const { status, headers: answered } = response;
  const type = answered.get('content-type') ?? '';
  return new Response(body, { status, headers: { 'content-type': type } });
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
