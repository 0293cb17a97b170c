import { type Kysely, sql } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import type { IdentityTables } from './tables.ts';

/** What a hash under the former key is under the one now in force. */
export type Renamed = ReadonlyMap<KeyedHash, KeyedHash>;

/** Every hash of a person that was proven or given: whoever adds a column of hashes adds it here. */
const PERSONS = [
  ['bot.proofs', 'mobile_hash'],
  ['bot.proofs', 'national_id_hash'],
  ['bot.former_proofs', 'mobile_hash'],
  ['bot.grants', 'giver_hash'],
  ['bot.grants', 'giver_mobile_hash'],
] as const;

export async function hashesOfPersons(db: Kysely<IdentityTables>): Promise<Set<KeyedHash>> {
  const hashes = new Set<KeyedHash>();
  for (const [table, column] of PERSONS) {
    const { rows } = await sql<{ hash: KeyedHash }>`
      select distinct ${sql.ref(column)} as hash from ${sql.table(table)}
      where ${sql.ref(column)} is not null`.execute(db);
    for (const { hash } of rows) hashes.add(hash);
  }
  return hashes;
}

/**
 * Brings what was proven and given under the former key to the one now in force. Whom the new records do not
 * know cannot be brought along, and opens nothing anyway: they share their contact again.
 */
export async function renameHashes(tx: Kysely<IdentityTables>, renamed: Renamed): Promise<void> {
  const [former, present] = [[...renamed.keys()], [...renamed.values()]];
  for (const [table, column] of PERSONS) {
    await sql`
      update ${sql.table(table)} t set ${sql.ref(column)} = n.present
      from unnest(${former}::text[], ${present}::text[]) n (former, present)
      where t.${sql.ref(column)} = n.former`.execute(tx);
  }
  const isKnown = (column: string) => sql`${sql.ref(column)} = any(${present}::text[])`;
  await sql`delete from bot.proofs where not ${isKnown('mobile_hash')}`.execute(tx);
  await sql`
    update bot.proofs set national_id_hash = null, party_proven_at = null
    where national_id_hash is not null and not ${isKnown('national_id_hash')}`.execute(tx);
  await sql`delete from bot.former_proofs where not ${isKnown('mobile_hash')}`.execute(tx);
  await sql`
    delete from bot.grants
    where not (${isKnown('giver_hash')} and ${isKnown('giver_mobile_hash')})`.execute(tx);
}
