import type { Kysely } from 'kysely';
import { createCircuitBreaker } from '../../src/circuit-breaker.ts';
import type { Database } from '../../src/database/database.ts';
import type { Input } from '../../src/dialogue/turn.ts';
import { createHearing, type FetchVoice } from '../../src/speech/create-hearing.ts';
import type { Hearing } from '../../src/speech/hearing.ts';
import type { SpeechTables } from '../../src/speech/tables.ts';
import type { Tables } from '../../src/tables.ts';

/** The "sound" of a transcript is its words, so that a speech server can hear them without ears. */
export function soundOf(words: string): string {
  return Buffer.from(words || '.').toString('base64');
}

/** A voice note whose file's id is its sound. */
export function voiceOf(words: string): Input {
  const fileId = Buffer.from(words || '.').toString('base64url');
  return { kind: 'voice', fileId, seconds: 3, bytes: 9_000, type: 'audio/ogg' };
}

/** Hears with everything but the speech server itself; without sounds that server is down. */
export function hearingOf(database: Database<Tables>, fetchVoice: FetchVoice | null): Hearing {
  return createHearing({
    db: database.db as unknown as Kysely<SpeechTables>,
    fetchVoice: fetchVoice ?? (async () => new Uint8Array()),
    async transcribe(sound) {
      if (!fetchVoice) throw new Error('the speech server does not answer');
      return Buffer.from(sound).toString();
    },
    breaker: createCircuitBreaker(() => 0),
    limits: { perCitizen: 1_000, inAll: 1_000_000 },
    onFailure: () => {},
  });
}
