import type { Kysely } from 'kysely';
import type { RenovationCode, Topic } from '../language/vocabulary.ts';
import type { NotificationTables } from './tables.ts';

/** Someone who wants to be told of one topic of one property. */
export interface Subscriber {
  citizenId: string;
  chatId: number;
  code: RenovationCode;
  topic: Topic;
  /** Only events after this one are news to them. */
  afterEvent: number;
}

/** Subscribing twice changes nothing: what was news before stays news. */
export async function subscribe(
  tx: Kysely<NotificationTables>,
  subscription: Omit<Subscriber, 'topic'> & { topics: readonly Topic[]; now: Date },
): Promise<void> {
  const { citizenId, chatId, code, topics, afterEvent, now } = subscription;
  if (topics.length === 0) return;
  await tx
    .insertInto('bot.subscriptions')
    .values(
      topics.map((topic) => ({
        citizen_id: citizenId,
        chat_id: chatId,
        code,
        topic,
        after_event: afterEvent,
        created_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['citizen_id', 'code', 'topic']).doNothing())
    .execute();
}

/** @param ended `code` null: of whatever property */
export async function unsubscribe(
  tx: Kysely<NotificationTables>,
  { citizenId, code }: { citizenId: string; code: RenovationCode | null },
): Promise<void> {
  const own = tx.deleteFrom('bot.subscriptions').where('citizen_id', '=', citizenId);
  await (code === null ? own : own.where('code', '=', code)).execute();
}

/** A chat that takes nothing from us any more is told nothing any more. */
export async function forgetChat(db: Kysely<NotificationTables>, chatId: number): Promise<void> {
  await db.deleteFrom('bot.subscriptions').where('chat_id', '=', chatId).execute();
  await db.deleteFrom('bot.kept_questions').where('chat_id', '=', chatId).execute();
}

export async function subscribersOf(
  db: Kysely<NotificationTables>,
  codes: readonly RenovationCode[],
): Promise<Subscriber[]> {
  if (codes.length === 0) return [];
  return db
    .selectFrom('bot.subscriptions')
    .select([
      'citizen_id as citizenId',
      'chat_id as chatId',
      'code',
      'topic',
      'after_event as afterEvent',
    ])
    .where('code', 'in', [...new Set(codes)])
    .orderBy('created_at')
    .orderBy('citizen_id')
    .execute();
}
