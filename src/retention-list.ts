import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { cleanUp } from './bot/housekeeping.ts';
import type { SessionStore } from './bot/sessions.ts';
import type { Database } from './database/database.ts';
import { forgetOldMisses } from './identity/forget-citizen.ts';
import { forgetOldGrants } from './identity/grant-effects.ts';
import { forgetExpiredHolds } from './inspections/forget-holds.ts';
import type { Retention } from './jobs/retention.ts';
import { forgetOld } from './retention.ts';
import { forgetOldReviews } from './review/review-list.ts';
import type { ReviewTables } from './review/tables.ts';
import { forgetOldCodes } from './sms/effects.ts';
import type { SmsTables } from './sms/tables.ts';
import type { SpeechTables } from './speech/tables.ts';
import { forgetOldVoiceUses } from './speech/voice-limits.ts';
import type { Tables } from './tables.ts';
import { forgetOldModelUses } from './understanding/model-limits.ts';
import type { ModelTables } from './understanding/tables.ts';

export interface RetentionParts {
  database: Database<Tables>;
  sessions: SessionStore;
  logger: Logger;
}

/** Everything that is kept for a time only. Whoever adds a table of such rows adds a line here. */
export function retentionList({ database, sessions, logger }: RetentionParts): Retention {
  const { db } = database;
  return {
    'claims and conversations': (now) => cleanUp(db, sessions, now, logger),
    'expired holds': (now) => forgetExpiredHolds(db, now),
    'words nobody needs any more': (now) => forgetOld(db, now),
    misses: (now) => forgetOldMisses(db, now),
    'codes by SMS': (now) => forgetOldCodes(db as unknown as Kysely<SmsTables>, now),
    'accesses that have ended': (now) => forgetOldGrants(db, now),
    'uses of the speech server': (now) =>
      forgetOldVoiceUses(db as unknown as Kysely<SpeechTables>, now),
    'uses of the model': (now) => forgetOldModelUses(db as unknown as Kysely<ModelTables>, now),
    'messages to be looked at': (now) =>
      forgetOldReviews(db as unknown as Kysely<ReviewTables>, now),
  };
}
