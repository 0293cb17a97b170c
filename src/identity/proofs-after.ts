import type { Kysely } from 'kysely';
import { judgeProofs } from './judge-proofs.ts';
import type { IdentityLimits } from './limits.ts';
import type { Proofs, ProvenMobile } from './proofs.ts';
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
  const own = rows.find((row) => row.citizen_id === citizenId);
  return judgeProofs(
    {
      mobile: { ...mobile, provenAt: now },
      reused: rows.some((row) => row.citizen_id !== citizenId),
      nationalIdHash: own?.national_id_hash ?? null,
      partyProvenAt: own?.party_proven_at ?? null,
    },
    limits,
    now,
  );
}
