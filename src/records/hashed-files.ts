import { type Kysely, sql } from 'kysely';
import type { KeyedHash } from '../language/vocabulary.ts';
import type { FileName } from './import/file-spec.ts';

/** The tables with hashes of persons, and a column of them. */
const HASHED = [
  ['parties', 'id_hash'],
  ['ownership', 'id_hash'],
  ['requests', 'applicant_hash'],
  ['staff', 'mobile_hash'],
] as const satisfies [FileName, string][];

/** The files whose tables hold hashes now. */
export async function hashedFilesOnRecord<Schema>(db: Kysely<Schema>): Promise<FileName[]> {
  const found: FileName[] = [];
  for (const [name, column] of HASHED) {
    const { rows } = await sql`
      select 1 from ${sql.table(`records.${name}`)} where ${sql.ref(column)} is not null limit 1`.execute(
      db,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

export async function staffHashes<Schema>(db: Kysely<Schema>): Promise<Set<KeyedHash>> {
  const { rows } = await sql<{ hash: KeyedHash }>`
    select mobile_hash as hash from records.staff`.execute(db);
  return new Set(rows.map(({ hash }) => hash));
}
