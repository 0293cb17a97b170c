import type { Kysely } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCircuitBreaker } from '../../src/circuit-breaker.ts';
import type { Database } from '../../src/database/database.ts';
import { agree, withdraw } from '../../src/speech/consents.ts';
import { createHearing, type HearingParts } from '../../src/speech/create-hearing.ts';
import { openaiTranscriber } from '../../src/speech/openai-transcriber.ts';
import type { SpeechTables } from '../../src/speech/tables.ts';
import { forgetOldVoiceUses } from '../../src/speech/voice-limits.ts';
import { testDatabases } from '../helpers/database.ts';
import { hears, MOODS, type SpeechServer, startSpeechServer } from './speech-server.ts';

const NOW = new Date('2026-11-21T06:30:00Z');
const TOMORROW = new Date('2026-11-22T06:30:00Z');

describe.each(testDatabases())('listening, on $name', ({ open }) => {
  let database: Database<SpeechTables>;
  let db: Kysely<SpeechTables>;
  let server: SpeechServer;
  let notes = 0;
  beforeAll(async () => {
    database = await open<SpeechTables>();
    ({ db } = database);
    server = await startSpeechServer();
  });
  afterAll(async () => {
    await server?.close();
    await database?.close();
  });
  beforeEach(async () => {
    await db.deleteFrom('bot.voice_uses').execute();
    await db.deleteFrom('bot.voice_consents').execute();
    server.requests.length = 0;
    server.mood = hears('بدهی ملکم چقدره');
  });

  const hearing = (parts: Partial<HearingParts> = {}) =>
    createHearing({
      db,
      fetchVoice: async () => Buffer.from('OggS'),
      transcribe: openaiTranscriber({ baseUrl: server.baseUrl, apiKey: undefined, model: 'm' }),
      breaker: createCircuitBreaker(() => 0),
      onFailure: () => {},
      ...parts,
    });
  const note = (citizenId = 'telegram:1', now = NOW) => ({ citizenId, fileId: `f${++notes}`, now });

  it('gives the words, cleaned', async () => {
    server.mood = hears('\u202eبدهی  ملکم');
    expect(await hearing().listen(note())).toEqual({ kind: 'words', words: 'بدهی ملکم' });
  });

  it('tells what became of each note, for metrics', async () => {
    const outcomes: string[] = [];
    const listening = hearing({ onHeard: (outcome) => outcomes.push(outcome) });
    await listening.listen(note());
    server.mood = MOODS.broken;
    await listening.listen(note());
    expect(outcomes).toEqual(['words', 'down']);
  });

  it('says when there were no words', async () => {
    server.mood = hears('Thanks for watching');
    expect(await hearing().listen(note())).toEqual({ kind: 'nothing' });
  });

  it.each(Object.entries(MOODS))('never throws when the server is %s', async (_, mood) => {
    server.mood = mood;
    const failures: unknown[] = [];
    const listening = hearing({ deadlineMs: 300, onFailure: (error) => failures.push(error) });
    expect(await listening.listen(note())).toEqual({ kind: 'down' });
    expect(failures).toHaveLength(1);
  });

  it('sends nothing that is too big', async () => {
    const listening = hearing({ fetchVoice: async () => null });
    expect(await listening.listen(note())).toEqual({ kind: 'too-big' });
    expect(server.requests).toEqual([]);
  });

  it('asks a failing server three times, then no more for a while', async () => {
    server.mood = MOODS.broken;
    const listening = hearing();
    for (let i = 0; i < 10; i++) await listening.listen(note());
    expect(server.requests).toHaveLength(3);
  });

  it('hears the same note once, however often its turn is taken', async () => {
    const listening = hearing();
    const same = note();
    expect(await Promise.all([listening.listen(same), listening.listen(same)])).toHaveLength(2);
    await listening.listen(same);
    expect(server.requests).toHaveLength(1);
  });

  it('counts a citizen’s notes of a day over all processes', async () => {
    const limits = { perCitizen: 3, inAll: 100 };
    const fleet = [hearing({ limits }), hearing({ limits })];
    const heard = await Promise.all(
      Array.from({ length: 20 }, (_, i) => fleet[i % 2]!.listen(note())),
    );
    expect(heard.filter(({ kind }) => kind === 'words')).toHaveLength(3);
    expect(heard.filter(({ kind }) => kind === 'limit-reached')).toHaveLength(17);
    expect(server.requests).toHaveLength(3);
    expect((await fleet[0]!.listen(note('telegram:2'))).kind).toBe('words');
    expect((await fleet[0]!.listen(note('telegram:1', TOMORROW))).kind).toBe('words');
  });

  it('counts the notes of all citizens of a day', async () => {
    const listening = hearing({ limits: { perCitizen: 10, inAll: 2 } });
    const kinds = [];
    for (const id of [1, 2, 3]) kinds.push((await listening.listen(note(`telegram:${id}`))).kind);
    expect(kinds).toEqual(['words', 'words', 'limit-reached']);
    expect(server.requests).toHaveLength(2);
  });

  it('forgets the counts of days gone by', async () => {
    await hearing().listen(note());
    await forgetOldVoiceUses(db, TOMORROW);
    expect(await db.selectFrom('bot.voice_uses').selectAll().execute()).toEqual([]);
  });

  it('knows the day of the first consent until it is withdrawn', async () => {
    const citizenId = 'telegram:1';
    const listening = hearing();
    expect(await listening.agreedAt(citizenId)).toBeNull();
    await agree(db, { citizenId, now: NOW });
    await agree(db, { citizenId, now: TOMORROW });
    expect(await listening.agreedAt(citizenId)).toEqual(NOW);
    await withdraw(db, citizenId);
    expect(await listening.agreedAt(citizenId)).toBeNull();
  });
});
