import { type Kysely, sql } from 'kysely';
import type { InspectionTables } from './tables.ts';

/** Visits stay in the calendar of the same inspectors, though these have got other ids. */
export async function renameInspectors(
  tx: Kysely<InspectionTables>,
  renamed: ReadonlyMap<string, string>,
): Promise<void> {
  const [former, present] = [[...renamed.keys()], [...renamed.values()]];
  for (const table of ['bot.bookings', 'bot.moves'] as const) {
    await sql`
      update ${sql.table(table)} t set inspector_id = n.present
      from unnest(${former}::text[], ${present}::text[]) n (former, present)
      where t.inspector_id = n.former`.execute(tx);
  }
}
