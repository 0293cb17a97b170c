import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { PerformEffect } from './bot/commit-turn.ts';
import type { SessionStore } from './bot/sessions.ts';
import { type AccountHasher, noteErasure } from './identity/erasures.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { Tables } from './tables.ts';

/**
 * Whom to forget again if a backup brings them back: noted with the erasure, and in the log, since a restored
 * database knows of no later ones.
 */
export function notingErasures(
  performEffect: PerformEffect<Tables>,
  {
    hashAccount,
    sessions,
    logger,
  }: { hashAccount: AccountHasher; sessions: SessionStore; logger: Logger },
): PerformEffect<Tables> {
  return async (tx, effect, who) => {
    if (effect.kind === 'erase-citizen') {
      const accountHash = hashAccount(who.citizenId);
      await noteErasure(tx as unknown as Kysely<IdentityTables>, { accountHash, now: who.now });
      // It goes by itself within a day, so an erasure does not wait for it.
      await sessions.forgetSetAside?.(who.citizenId).catch(() => {});
      logger.info({ erasure: accountHash }, 'a citizen’s data is erased');
    }
    return performEffect(tx, effect, who);
  };
}
