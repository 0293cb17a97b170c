import { type Kysely, sql } from 'kysely';
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
  miss: { citizenId: string; what: Miss; objectHash?: KeyedHash | null; now: Date },
): Promise<void> {
  const { citizenId, what, objectHash = null, now } = miss;
  await tx
    .insertInto('bot.misses')
    .values({ citizen_id: citizenId, what, object_hash: objectHash, at: now })
    .execute();
}

export interface AuditEntry {
  intent: string;
  outcome: string;
  objectHash: KeyedHash | null;
  facts: readonly string[];
  /** As what the citizen was shown it. */
  roles?: readonly string[];
}

/** Under the citizen's pseudonym, which is made with the first entry. */
export async function writeAudit(
  tx: Kysely<IdentityTables>,
  audit: { citizenId: string; now: Date; entry: AuditEntry },
): Promise<void> {
  if (await writeUnderPseudonym(tx, audit)) return;
  await tx
    .insertInto('bot.pseudonyms')
    .values({ citizen_id: audit.citizenId })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await writeUnderPseudonym(tx, audit);
}

/** False when the citizen has none yet. */
async function writeUnderPseudonym(
  tx: Kysely<IdentityTables>,
  { citizenId, now, entry }: { citizenId: string; now: Date; entry: AuditEntry },
): Promise<boolean> {
  const { intent, outcome, objectHash, facts, roles = [] } = entry;
  const written = await tx
    .insertInto('bot.audit')
    .columns(['pseudonym', 'at', 'intent', 'outcome', 'object_hash', 'facts', 'roles'])
    .expression((eb) =>
      eb
        .selectFrom('bot.pseudonyms')
        .select((each) => [
          'pseudonym',
          each.cast<Date>(each.val(now), 'timestamptz').as('at'),
          each.cast<string>(each.val(intent), 'text').as('intent'),
          each.cast<string>(each.val(outcome), 'text').as('outcome'),
          each.cast<string | null>(each.val(objectHash), 'text').as('object_hash'),
          each.cast<string[]>(each.val([...facts]), sql`text[]`).as('facts'),
          each.cast<string[]>(each.val([...roles]), sql`text[]`).as('roles'),
        ])
        .where('citizen_id', '=', citizenId),
    )
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}
