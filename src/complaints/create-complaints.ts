import type { Kysely } from 'kysely';
import { COMPLAINTS_A_DAY } from './complaint.ts';
import { filedLately } from './filed-lately.ts';
import type { ComplaintTables } from './tables.ts';

/** What a turn needs to know of complaints before it files one. */
export interface Complaints {
  /** Whether this citizen may complain once more today. */
  mayFile(citizenId: string, now: Date): Promise<boolean>;
  /** The number a draft was filed under; null while it is a draft. */
  numberOf(citizenId: string, draftId: string): Promise<string | null>;
}

export function createComplaints({ db }: { db: Kysely<ComplaintTables> }): Complaints {
  return {
    mayFile: async (citizenId, now) => (await filedLately(db, citizenId, now)) < COMPLAINTS_A_DAY,
    async numberOf(citizenId, draftId) {
      const row = await db
        .selectFrom('bot.complaints')
        .select('number')
        .where('citizen_id', '=', citizenId)
        .where('draft_id', '=', draftId)
        .executeTakeFirst();
      return row?.number ?? null;
    },
  };
}
