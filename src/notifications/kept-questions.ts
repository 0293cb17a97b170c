import type { Kysely } from 'kysely';
import type { NotificationTables } from './tables.ts';

/** A question that waits for the sources to come back. The wish is the dialogue's own. */
export interface KeptQuestion {
  citizenId: string;
  id: string;
  chatId: number;
  wish: unknown;
  askedAt: Date;
}

/** A citizen's newest question takes the place of an older one. */
export async function keepQuestion(
  tx: Kysely<NotificationTables>,
  { citizenId, id, chatId, wish, askedAt }: KeptQuestion,
): Promise<void> {
  const question = { id, chat_id: chatId, wish: JSON.stringify(wish), asked_at: askedAt };
  await tx
    .insertInto('bot.kept_questions')
    .values({ citizen_id: citizenId, ...question })
    .onConflict((conflict) => conflict.column('citizen_id').doUpdateSet(question))
    .execute();
}

/** False when it is gone already: answered, dropped, or replaced by a newer one. */
export async function dropQuestion(
  tx: Kysely<NotificationTables>,
  { citizenId, id }: Pick<KeptQuestion, 'citizenId' | 'id'>,
): Promise<boolean> {
  const dropped = await tx
    .deleteFrom('bot.kept_questions')
    .where('citizen_id', '=', citizenId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return dropped !== undefined;
}

/** Those that have waited longest come first. */
export async function keptQuestions(
  db: Kysely<NotificationTables>,
  limit: number,
): Promise<KeptQuestion[]> {
  return db
    .selectFrom('bot.kept_questions')
    .select(['citizen_id as citizenId', 'id', 'chat_id as chatId', 'wish', 'asked_at as askedAt'])
    .orderBy('asked_at')
    .limit(limit)
    .execute();
}
