import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { createCircuitBreaker } from './circuit-breaker.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { Intent } from './language/vocabulary.ts';
import type { Tables } from './tables.ts';
import { createLastResort, type LastResort, type ModelCall } from './understanding/last-resort.ts';
import { openaiModel } from './understanding/openai-model/openai-model.ts';
import type { ModelTables } from './understanding/tables.ts';

/** The language model of the settings; null while none is set. */
export function composeLastResort(parts: {
  config: Pick<Config, 'model'>;
  database: Database<Tables>;
  titleOf: (intent: Intent) => string;
  logger: Logger;
  onCall?: ((call: ModelCall) => void) | undefined;
}): LastResort | null {
  const { config, database, titleOf, logger, onCall } = parts;
  if (!config.model) return null;
  return createLastResort({
    db: database.db as unknown as Kysely<ModelTables>,
    ask: openaiModel(config.model, titleOf),
    breaker: createCircuitBreaker(() => performance.now()),
    // Its name alone: a server's error may quote what it was asked.
    onFailure: (error) => logger.warn({ failure: nameOf(error) }, 'the model was of no use'),
    ...(onCall && { onCall }),
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
