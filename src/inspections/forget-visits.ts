import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { THIRTY_DAYS_MS } from './may-book.ts';
import type { InspectionTables } from './tables.ts';
import { isAhead } from './visit-time.ts';

/**
 * Parts a citizen's visits from the account: holds go, and what is over becomes nobody's. Visits ahead stay
 * until they are made, and whatever was booked of late while it counts against booking without end.
 */
export async function forgetVisits(
  tx: Kysely<InspectionTables>,
  { citizenId, now }: { citizenId: string; now: Date },
): Promise<void> {
  await tx
    .deleteFrom('bot.bookings')
    .where('citizen_id', '=', citizenId)
    .where('status', '=', 'held')
    .execute();
  await tx
    .updateTable('bot.bookings')
    .set({ citizen_id: `erased:${randomUUID()}` })
    .where('citizen_id', '=', citizenId)
    .where('booked_at', '<=', new Date(now.getTime() - THIRTY_DAYS_MS))
    .where((eb) => eb.or([eb('status', '<>', 'booked'), eb.not(isAhead(now)(eb))]))
    .execute();
}
