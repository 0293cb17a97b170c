import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openaiTranscriber } from '../../src/speech/openai-transcriber.ts';
import { hears, MOODS, type SpeechServer, startSpeechServer } from './speech-server.ts';

const SOUND = Buffer.from('OggS of a citizen');
const patient = () => AbortSignal.timeout(10_000);

let server: SpeechServer;
beforeAll(async () => {
  server = await startSpeechServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
  server.mood = hears('بدهی ملکم چقدره');
});

const transcriber = () =>
  openaiTranscriber({ baseUrl: server.baseUrl, apiKey: 'key-of-speech', model: 'ears-1' });

it('gives the words the server heard', async () => {
  expect(await transcriber()(SOUND, patient())).toBe('بدهی ملکم چقدره');
});

it('sends the sound, the name of the model and the language, and nothing else', async () => {
  await transcriber()(SOUND, patient());
  const [{ path, headers, body }] = server.requests as [(typeof server.requests)[0]];
  expect(path).toBe('/v1/audio/transcriptions');
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1];
  const fields = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => part.trim().split('\r\n\r\n'))
    .map(([head = '', value]) => [/name="(\w+)"/.exec(head)?.[1], value]);
  expect(fields.sort()).toEqual([
    ['file', 'OggS of a citizen'],
    ['language', 'fa'],
    ['model', 'ears-1'],
  ]);
  expect(body).toContain('filename="voice.ogg"');
});

it('tells the server nothing of this machine', async () => {
  await transcriber()(SOUND, patient());
  const [{ headers }] = server.requests as [(typeof server.requests)[0]];
  expect(headers.authorization).toBe('Bearer key-of-speech');
  expect(Object.keys(headers).filter((name) => /stainless|openai|cookie/.test(name))).toEqual([]);
});

it.each(Object.keys(MOODS).filter((mood) => mood !== 'slow'))(
  'fails, having asked once, when the server is %s',
  async (mood) => {
    server.mood = MOODS[mood as keyof typeof MOODS];
    await expect(transcriber()(SOUND, patient())).rejects.toThrow();
    expect(server.requests).toHaveLength(1);
  },
);

it('gives a slow server up when the signal says so', async () => {
  server.mood = MOODS.slow;
  await expect(transcriber()(SOUND, AbortSignal.timeout(50))).rejects.toThrow();
});
