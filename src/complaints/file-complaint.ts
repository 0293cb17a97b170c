import { type Kysely, sql } from 'kysely';
import { COMPLAINTS_A_DAY, type Complaint } from './complaint.ts';
import { filedLately } from './filed-lately.ts';
import type { ComplaintTables } from './tables.ts';

export interface FileComplaint {
  citizenId: string;
  draftId: string;
  number: string;
  complaint: Complaint;
  now: Date;
}

/** Everything but `done` asks for the turn to be taken again: the world has moved on. */
export type FileOutcome =
  | 'done'
  /** The draft was filed under another number, which is the one to show. */
  | 'filed'
  | 'too-many'
  /** By chance the number is another complaint's. */
  | 'number-taken';

/** Files a complaint. The same draft twice is one complaint, whoever of two rivals comes first. */
export async function fileComplaint(
  tx: Kysely<ComplaintTables>,
  filing: FileComplaint,
): Promise<FileOutcome> {
  const { citizenId, draftId, now } = filing;
  await lockCitizen(tx, citizenId);
  const filed = await tx
    .selectFrom('bot.complaints')
    .select('number')
    .where('citizen_id', '=', citizenId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  if (filed) return filed.number === filing.number ? 'done' : 'filed';
  if ((await filedLately(tx, citizenId, now)) >= COMPLAINTS_A_DAY) return 'too-many';
  return (await insert(tx, filing)) ? 'done' : 'number-taken';
}

/** Two of a citizen's complaints at once would both be counted as the third of the day. */
async function lockCitizen(tx: Kysely<ComplaintTables>, citizenId: string): Promise<void> {
  const key = `complaints of ${citizenId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

async function insert(
  tx: Kysely<ComplaintTables>,
  { citizenId, draftId, number, complaint, now }: FileComplaint,
): Promise<boolean> {
  const { about, district, text, photo, location, requestNo } = complaint;
  const inserted = await tx
    .insertInto('bot.complaints')
    .values({
      number,
      citizen_id: citizenId,
      draft_id: draftId,
      about,
      district,
      text,
      photo,
      lat: location?.lat ?? null,
      lon: location?.lon ?? null,
      request_no: requestNo,
      filed_at: now,
    })
    .onConflict((oc) => oc.column('number').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}
