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
  await keepTraces(tx, citizenId);
  await tx.deleteFrom('bot.proofs').where('citizen_id', '=', citizenId).execute();
  await forgetGrants(tx, citizenId);
  await tx.deleteFrom('bot.pseudonyms').where('citizen_id', '=', citizenId).execute();
  await forgetOldMisses(tx, now);
}

/** That somebody proved a mobile stays, without who it was: whoever gets the number next is noticed. */
async function keepTraces(tx: Kysely<IdentityTables>, citizenId: string): Promise<void> {
  await tx
    .insertInto('bot.former_proofs')
    .columns(['mobile_hash', 'first_proven_at'])
    .expression((eb) =>
      eb
        .selectFrom('bot.proofs')
        .select(['mobile_hash', 'first_proven_at'])
        .where('citizen_id', '=', citizenId),
    )
    .onConflict((oc) => oc.column('mobile_hash').doNothing())
    .execute();
}

/** Access given and access received. */
async function forgetGrants(tx: Kysely<IdentityTables>, citizenId: string): Promise<void> {
  await tx
    .deleteFrom('bot.grants')
    .where((eb) => eb.or([eb('giver_id', '=', citizenId), eb('opened_by', '=', citizenId)]))
    .execute();
}

/** Misses serve the limits alone; once none of them looks back that far, nobody needs them. */
export async function forgetOldMisses(db: Kysely<IdentityTables>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - MISSES_COUNT_MS);
  await db.deleteFrom('bot.misses').where('at', '<=', before).execute();
}
