import type { Kysely } from 'kysely';
import type { IdentityLimits } from './limits.ts';
import type { Proofs, ProvenMobile } from './proofs.ts';
import type { IdentityTables } from './tables.ts';

const DAY_MS = 86_400_000;

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
  const age = own?.party_proven_at ? now.getTime() - own.party_proven_at.getTime() : null;
  const named = age !== null && age <= limits.mobileDays * DAY_MS;
  return {
    mobile: { ...mobile, provenAt: now },
    current: true,
    reused: rows.some((row) => row.citizen_id !== citizenId),
    party: named ? (own?.national_id_hash ?? null) : null,
    strong: named && age <= limits.nationalIdHours * (DAY_MS / 24),
  };
}
