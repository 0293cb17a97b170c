import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { PerformEffect } from './bot/commit-turn.ts';
import type { SessionStore } from './bot/sessions.ts';
import type { Config } from './config.ts';
import type { TakeTurn } from './dialogue/turn.ts';
import type { SetupError } from './errors.ts';
import { sealKeyOf } from './identity/audit-chain.ts';
import { createAccountHash } from './identity/erasures.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { Job } from './jobs/job.ts';
import { type Keyring, openKeyring, type PiiKeys } from './keyring.ts';
import type { Keys } from './keys.ts';
import { notingErasures } from './note-erasures.ts';
import type { Rounds } from './notifications/rounds.ts';
import type { Tables } from './tables.ts';
import { underKey } from './under-key.ts';
import { watchJobs } from './watch-jobs.ts';
import { watchKey } from './watch-key.ts';

interface Turns {
  takeTurn: TakeTurn;
  performEffect: PerformEffect<Tables>;
}

/** What the keys are for: hashing, sealing, noting whom to forget; and what watches over it. */
export interface Trust {
  keyring: Keyring;
  /** Turns that keep to the key in force and note erasures. */
  guard(turns: Turns & { sessions: SessionStore }): Turns;
  /** Notices when another process changes the key in force. */
  watchKey(onFatal: (error: SetupError) => void): Rounds;
  jobs(onGuessing: () => void): Job[];
}

export async function composeTrust(parts: {
  config: Config;
  keys: Keys;
  piiKeys: PiiKeys;
  db: Kysely<Tables>;
  logger: Logger;
  now: () => Date;
}): Promise<Trust> {
  const { config, keys, piiKeys, db, logger, now } = parts;
  const keyring = await openKeyring({
    db: db as unknown as Kysely<IdentityTables>,
    keys: piiKeys,
    elsewhere: config.recordsUrl !== undefined,
    now: now(),
  });
  const hashAccount = createAccountHash(keys.signingKey);
  return {
    keyring,
    guard: ({ takeTurn, performEffect, sessions }) =>
      underKey(keyring, {
        takeTurn,
        performEffect: notingErasures(performEffect, { hashAccount, sessions, logger }),
      }),
    watchKey: (onFatal) => watchKey(keyring, { logger, onFatal }),
    jobs: (onGuessing) =>
      watchJobs({ db, sealKey: sealKeyOf(keys.signingKey), logger, onGuessing, now }),
  };
}
