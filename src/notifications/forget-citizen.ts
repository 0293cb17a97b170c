import type { Kysely } from 'kysely';
import type { NotificationTables } from './tables.ts';

/** Nothing comes to this citizen by itself any more. */
export async function forgetCitizensNews(
  tx: Kysely<NotificationTables>,
  citizenId: string,
): Promise<void> {
  await tx.deleteFrom('bot.subscriptions').where('citizen_id', '=', citizenId).execute();
  await tx.deleteFrom('bot.kept_questions').where('citizen_id', '=', citizenId).execute();
}
