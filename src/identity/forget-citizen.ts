import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

/** The longest span any limit on guessing looks back. */
const MISSES_COUNT_MS = 86_400_000;

/**
 * Removes what an account has proven, and the link between it and the audit. Misses of the last day stay until
 * they no longer count, or erasing one's data would be a way around the limits.
 */
export async function forgetCitizen(
  tx: Kysely<IdentityTables>,
  { citizenId, now }: { citizenId: string; now: Date },
): Promise<void> {
  await tx.deleteFrom('bot.proofs').where('citizen_id', '=', citizenId).execute();
  await tx.deleteFrom('bot.pseudonyms').where('citizen_id', '=', citizenId).execute();
  await forgetOldMisses(tx, now);
}

/** Misses serve the limits alone; once none of them looks back that far, nobody needs them. */
export async function forgetOldMisses(db: Kysely<IdentityTables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - MISSES_COUNT_MS);
  await db.deleteFrom('bot.misses').where('at', '<=', before).execute();
}
