import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { createFetchVoice } from './bot/fetch-voice.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { createHearing } from './speech/create-hearing.ts';
import type { Heard, Hearing } from './speech/hearing.ts';
import { openaiTranscriber } from './speech/openai-transcriber.ts';
import type { SpeechTables } from './speech/tables.ts';
import type { Tables } from './tables.ts';

/** Voice notes of this messenger, heard by the speech server of the settings; null while none is set. */
export function composeHearing(parts: {
  config: Pick<Config, 'transcriber'>;
  database: Database<Tables>;
  token: string;
  apiRoot: string;
  logger: Logger;
  onHeard: (outcome: Heard['kind']) => void;
}): Hearing | null {
  const { config, database, token, apiRoot, logger, onHeard } = parts;
  if (!config.transcriber) return null;
  return createHearing({
    db: database.db as unknown as Kysely<SpeechTables>,
    fetchVoice: createFetchVoice(token, apiRoot),
    transcribe: openaiTranscriber(config.transcriber),
    breaker: createCircuitBreaker(() => performance.now()),
    onHeard,
    // Its name alone: the message of a speech server's error may quote what it heard.
    onFailure: (error) => logger.warn({ failure: nameOf(error) }, 'a voice note was not heard'),
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
