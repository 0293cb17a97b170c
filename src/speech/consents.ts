import type { Kysely } from 'kysely';
import type { SpeechTables } from './tables.ts';

export async function agreedAt(db: Kysely<SpeechTables>, citizenId: string): Promise<Date | null> {
  const consent = await db
    .selectFrom('bot.voice_consents')
    .select('agreed_at')
    .where('citizen_id', '=', citizenId)
    .executeTakeFirst();
  return consent?.agreed_at ?? null;
}

/** The day of the first consent is the one that counts. */
export async function agree(
  tx: Kysely<SpeechTables>,
  { citizenId, now }: { citizenId: string; now: Date },
): Promise<void> {
  await tx
    .insertInto('bot.voice_consents')
    .values({ citizen_id: citizenId, agreed_at: now })
    .onConflict((conflict) => conflict.column('citizen_id').doNothing())
    .execute();
}

export async function withdraw(tx: Kysely<SpeechTables>, citizenId: string): Promise<void> {
  await tx.deleteFrom('bot.voice_consents').where('citizen_id', '=', citizenId).execute();
}
