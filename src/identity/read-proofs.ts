import type { Kysely } from 'kysely';
import { judgeProofs } from './judge-proofs.ts';
import type { IdentityLimits } from './limits.ts';
import { NO_PROOFS, type Proofs } from './proofs.ts';
import type { IdentityTables } from './tables.ts';

/** The mobile an account proved last; earlier ones no longer count. */
export async function proofsOf(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
  citizenId: string,
  now: Date,
): Promise<Proofs> {
  const row = await db
    .selectFrom('bot.proofs as own')
    .selectAll()
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('bot.proofs as other')
            .select('other.citizen_id')
            .whereRef('other.mobile_hash', '=', 'own.mobile_hash')
            .whereRef('other.citizen_id', '<>', 'own.citizen_id')
            .whereRef('other.first_proven_at', '<=', 'own.proven_at'),
        )
        .as('reused'),
    )
    .where('own.citizen_id', '=', citizenId)
    .orderBy('own.proven_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return NO_PROOFS;
  return judgeProofs(
    {
      mobile: { hash: row.mobile_hash, masked: row.mobile_masked, provenAt: row.proven_at },
      reused: Boolean(row.reused),
      nationalIdHash: row.national_id_hash,
      partyProvenAt: row.party_proven_at,
    },
    limits,
    now,
  );
}
