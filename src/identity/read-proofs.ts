import { CompiledQuery, type Kysely } from 'kysely';
import { inBatches } from '../in-batches.ts';
import { rowsOfJson } from '../json-rows.ts';
import type { KeyedHash } from '../language/vocabulary.ts';
import { judgeProofs } from './judge-proofs.ts';
import type { IdentityLimits } from './limits.ts';
import { NO_PROOFS, type Proofs } from './proofs.ts';
import { type GrantRow, grantOf, grantsColumn } from './read-grants.ts';
import type { IdentityTables } from './tables.ts';

interface Asked {
  citizenId: string;
  now: Date;
}

interface ProofRow {
  place: number;
  mobile_hash: KeyedHash;
  mobile_masked: string;
  proven_at: Date;
  national_id_hash: KeyedHash | null;
  party_proven_at: Date | null;
  reused: boolean;
  grants: GrantRow[];
}

// Put together once: nearly every answer asks it. The accounts come as JSON, which both engines read alike.
const PROOFS = `
  select asked.place, own.mobile_hash, own.mobile_masked, own.proven_at, own.national_id_hash,
    own.party_proven_at,
    exists (
      select from bot.proofs other
      where other.mobile_hash = own.mobile_hash and other.citizen_id <> own.citizen_id
        and other.first_proven_at <= own.proven_at
    ) or exists (
      select from bot.former_proofs former
      where former.mobile_hash = own.mobile_hash and former.first_proven_at <= own.proven_at
    ) as reused,
    ${grantsColumn('asked."citizenId"', 'asked.now')} as grants
  from (${rowsOfJson('$1::json', { place: 'int', citizenId: 'text', now: 'timestamptz' })}) asked,
    lateral (
      select p.citizen_id, p.mobile_hash, p.mobile_masked, p.proven_at, p.national_id_hash, p.party_proven_at
      from bot.proofs p where p.citizen_id = asked."citizenId"
      order by p.proven_at desc limit 1
    ) own`;

/** Tells of accounts the mobile each proved last; earlier ones no longer count. */
export function readProofs(
  db: Kysely<IdentityTables>,
  limits: IdentityLimits,
): (citizenId: string, now: Date) => Promise<Proofs> {
  const ask = inBatches(async (asked: readonly Asked[]) => {
    const places = asked.map((one, place) => ({ place, ...one }));
    const query = CompiledQuery.raw(PROOFS, [JSON.stringify(places)]) as CompiledQuery<ProofRow>;
    const { rows } = await db.executeQuery(query);
    const found = new Map(rows.map((row) => [row.place, row]));
    return asked.map(({ now }, place) => proofsIn(found.get(place), limits, now));
  });
  return (citizenId, now) => ask({ citizenId, now });
}

function proofsIn(row: ProofRow | undefined, limits: IdentityLimits, now: Date): Proofs {
  if (!row) return NO_PROOFS;
  return judgeProofs(
    {
      mobile: { hash: row.mobile_hash, masked: row.mobile_masked, provenAt: row.proven_at },
      reused: row.reused,
      nationalIdHash: row.national_id_hash,
      partyProvenAt: row.party_proven_at,
      grants: row.grants.map(grantOf),
    },
    limits,
    now,
  );
}
