import { type Kysely, sql } from 'kysely';
import { eraseCitizen } from './citizen-data.ts';
import { type AccountHasher, noteErasure, unknownErasures } from './identity/erasures.ts';
import type { IdentityTables } from './identity/tables.ts';
import type { Tables } from './tables.ts';

/**
 * Erases again whom a restored backup has brought back. What the database itself knows as erased is left alone:
 * those citizens may have come back since.
 *
 * @returns how many were erased
 */
export async function reapplyErasures(
  db: Kysely<Tables>,
  accountHashes: readonly string[],
  { hashAccount, now }: { hashAccount: AccountHasher; now: Date },
): Promise<number> {
  const identity = db as unknown as Kysely<IdentityTables>;
  const unknown = await unknownErasures(identity, accountHashes);
  let erased = 0;
  for (const citizenId of await knownCitizens(db)) {
    const accountHash = hashAccount(citizenId);
    if (!unknown.has(accountHash)) continue;
    await db.transaction().execute(async (tx) => {
      await eraseCitizen(tx, { citizenId, chatId: privateChatOf(citizenId), now });
      await sql`delete from sessions where key = ${citizenId}`.execute(tx);
      await noteErasure(tx as unknown as Kysely<IdentityTables>, { accountHash, now });
    });
    erased++;
  }
  return erased;
}

/** Every account any table names: a table that is added later is found too. */
async function knownCitizens(db: Kysely<Tables>): Promise<Set<string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'bot' and column_name = 'citizen_id'`.execute(db);
  const found = new Set<string>();
  for (const { name } of tables) {
    const { rows } = await sql<{ id: string }>`
      select distinct citizen_id as id from ${sql.table(`bot.${name}`)}`.execute(db);
    for (const { id } of rows) found.add(id);
  }
  const { rows } = await sql<{ key: string }>`select key from sessions`.execute(db);
  for (const { key } of rows) found.add(key);
  return found;
}

/** Erasing is asked for in private, and there the chat has the number of its citizen. */
function privateChatOf(citizenId: string): number {
  return Number(citizenId.slice(citizenId.indexOf(':') + 1));
}
