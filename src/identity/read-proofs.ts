import type { Kysely } from 'kysely';
import { judgeProofs } from './judge-proofs.ts';
import type { IdentityLimits } from './limits.ts';
import { NO_PROOFS, type Proofs } from './proofs.ts';
import { grantOf, grantsColumn } from './read-grants.ts';
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
    .select([
      'own.mobile_hash',
      'own.mobile_masked',
      'own.proven_at',
      'own.national_id_hash',
      'own.party_proven_at',
    ])
    .select((eb) => {
      const others = eb
        .selectFrom('bot.proofs as other')
        .select('other.citizen_id')
        .whereRef('other.mobile_hash', '=', 'own.mobile_hash')
        .whereRef('other.citizen_id', '<>', 'own.citizen_id')
        .whereRef('other.first_proven_at', '<=', 'own.proven_at');
      const former = eb
        .selectFrom('bot.former_proofs as former')
        .select('former.mobile_hash')
        .whereRef('former.mobile_hash', '=', 'own.mobile_hash')
        .whereRef('former.first_proven_at', '<=', 'own.proven_at');
      return eb.or([eb.exists(others), eb.exists(former)]).as('reused');
    })
    .select((eb) => grantsColumn(eb.ref('own.citizen_id'), now).as('grants'))
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
      grants: row.grants.map(grantOf),
    },
    limits,
    now,
  );
}
