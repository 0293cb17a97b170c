import type { Kysely } from 'kysely';
import type { RenovationCode, Topic } from '../language/vocabulary.ts';
import type { NotificationTables } from './tables.ts';

/** What of a property this citizen is told of already. */
export async function topicsToldTo(
  db: Kysely<NotificationTables>,
  citizenId: string,
  code: RenovationCode,
): Promise<Topic[]> {
  const rows = await db
    .selectFrom('bot.subscriptions')
    .select('topic')
    .where('citizen_id', '=', citizenId)
    .where('code', '=', code)
    .execute();
  return rows.map(({ topic }) => topic);
}
