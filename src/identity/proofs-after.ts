import type { Kysely } from 'kysely';
import { judgeProofs } from './judge-proofs.ts';
import type { IdentityLimits } from './limits.ts';
import type { Proofs, ProvenMobile } from './proofs.ts';
import { grantsOf } from './read-grants.ts';
import type { IdentityTables } from './tables.ts';

/**
 * What the account will have proven once this mobile is recorded, told before it is: a turn that receives a
 * contact answers on the strength of it, while the proof itself is written with the turn's other effects.
 */
export async function proofsAfter(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  citizenId: string,
  mobile: Pick<ProvenMobile, 'hash' | 'masked'>,
  now: Date,
): Promise<Proofs> {
  const rows = await db
    .selectFrom('bot.proofs')
    .select(['citizen_id', 'national_id_hash', 'party_proven_at'])
    .where('mobile_hash', '=', mobile.hash)
    .where('first_proven_at', '<=', now)
    .execute();
  const former = await db
    .selectFrom('bot.former_proofs')
    .select('mobile_hash')
    .where('mobile_hash', '=', mobile.hash)
    .where('first_proven_at', '<=', now)
    .executeTakeFirst();
  const own = rows.find((row) => row.citizen_id === citizenId);
  return judgeProofs(
    {
      mobile: { ...mobile, provenAt: now },
      reused: former !== undefined || rows.some((row) => row.citizen_id !== citizenId),
      nationalIdHash: own?.national_id_hash ?? null,
      partyProvenAt: own?.party_proven_at ?? null,
      grants: await grantsOf(db, citizenId, now),
    },
    limits,
    now,
  );
}
