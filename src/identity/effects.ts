import type { Kysely } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import type { IdentityTables, Miss } from './tables.ts';

/** What a turn changes in identity. Each runs on the turn's own transaction. */

/** Own contact was received. A national id given under the same mobile stays in force. */
export async function proveMobile(
  tx: Kysely<IdentityTables>,
  proof: { citizenId: string; mobileHash: KeyedHash; mobileMasked: string; now: Date },
): Promise<void> {
  const { citizenId, mobileHash, mobileMasked, now } = proof;
  await tx
    .insertInto('bot.proofs')
    .values({
      citizen_id: citizenId,
      mobile_hash: mobileHash,
      mobile_masked: mobileMasked,
      first_proven_at: now,
      proven_at: now,
      national_id_hash: null,
      party_proven_at: null,
    })
    .onConflict((oc) =>
      oc
        .columns(['citizen_id', 'mobile_hash'])
        .doUpdateSet({ proven_at: now, mobile_masked: mobileMasked }),
    )
    .execute();
}

/** A national id that stands on record with this mobile was given. */
export async function proveParty(
  tx: Kysely<IdentityTables>,
  proof: { citizenId: string; mobileHash: KeyedHash; nationalIdHash: KeyedHash; now: Date },
): Promise<void> {
  await tx
    .updateTable('bot.proofs')
    .set({ national_id_hash: proof.nationalIdHash, party_proven_at: proof.now })
    .where('citizen_id', '=', proof.citizenId)
    .where('mobile_hash', '=', proof.mobileHash)
    .execute();
}

export async function countMiss(
  tx: Kysely<IdentityTables>,
  miss: { citizenId: string; what: Miss; now: Date },
): Promise<void> {
  await tx
    .insertInto('bot.misses')
    .values({ citizen_id: miss.citizenId, what: miss.what, at: miss.now })
    .execute();
}

export interface AuditEntry {
  intent: string;
  outcome: string;
  objectHash: KeyedHash | null;
  facts: readonly string[];
}

export async function writeAudit(
  tx: Kysely<IdentityTables>,
  audit: { citizenId: string; now: Date; entry: AuditEntry },
): Promise<void> {
  const { citizenId, now, entry } = audit;
  await tx
    .insertInto('bot.audit')
    .values({
      citizen_id: citizenId,
      at: now,
      intent: entry.intent,
      outcome: entry.outcome,
      object_hash: entry.objectHash,
      facts: [...entry.facts],
    })
    .execute();
}
