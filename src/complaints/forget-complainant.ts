import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ComplaintTables } from './tables.ts';

/** Complaints are dealt with all the same; whose they were can no longer be told. */
export async function forgetComplainant(
  tx: Kysely<ComplaintTables>,
  citizenId: string,
): Promise<void> {
  await tx
    .updateTable('bot.complaints')
    .set({ citizen_id: `erased:${randomUUID()}` })
    .where('citizen_id', '=', citizenId)
    .execute();
}
