import { type Kysely, sql } from 'kysely';
import type { InspectionTables } from './tables.ts';

/**
 * Until the transaction ends, nothing else changes this citizen's bookings. Without it a hold could be
 * confirmed between the moment another turn counts the visits ahead and the moment it adds one.
 */
export async function lockCitizen(tx: Kysely<InspectionTables>, citizenId: string): Promise<void> {
  const key = `bookings of ${citizenId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}
