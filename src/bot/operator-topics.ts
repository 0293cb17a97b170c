import type { Kysely } from 'kysely';
import type { BotTables } from './tables.ts';

export interface TopicOwner {
  citizenId: string;
  chatId: number;
  open: boolean;
}

/** From now on the citizen's words go to staff. */
export async function openTalk(
  tx: Kysely<BotTables>,
  { citizenId, chatId }: { citizenId: string; chatId: number },
): Promise<void> {
  await tx
    .insertInto('bot.operator_topics')
    .values({ citizen_id: citizenId, citizen_chat_id: chatId, open: true })
    .onConflict((conflict) =>
      conflict.column('citizen_id').doUpdateSet({ open: true, citizen_chat_id: chatId }),
    )
    .execute();
}

/** Ended by either side. Staff can still answer. */
export async function endTalk(tx: Kysely<BotTables>, citizenId: string): Promise<void> {
  await tx
    .updateTable('bot.operator_topics')
    .set({ open: false })
    .where('citizen_id', '=', citizenId)
    .execute();
}

export async function isTalkOpen<Tables extends BotTables>(
  database: Kysely<Tables>,
  citizenId: string,
): Promise<boolean> {
  const db = database as unknown as Kysely<BotTables>;
  const row = await db
    .selectFrom('bot.operator_topics')
    .select('open')
    .where('citizen_id', '=', citizenId)
    .executeTakeFirst();
  return row?.open ?? false;
}

/** The citizen's topic in that group: `threadId` is null until it is made; null without a talk. */
export async function topicOf(
  db: Kysely<BotTables>,
  citizenId: string,
  groupId: number,
): Promise<{ label: number; threadId: number | null } | null> {
  const row = await db
    .selectFrom('bot.operator_topics')
    .select(['label', 'group_id', 'thread_id'])
    .where('citizen_id', '=', citizenId)
    .executeTakeFirst();
  if (!row) return null;
  return { label: row.label, threadId: row.group_id === groupId ? row.thread_id : null };
}

/** Of two topics made at once for one citizen the first counts. */
export async function keepTopic(
  db: Kysely<BotTables>,
  citizenId: string,
  { groupId, threadId }: { groupId: number; threadId: number },
): Promise<void> {
  await db
    .updateTable('bot.operator_topics')
    .set({ group_id: groupId, thread_id: threadId })
    .where('citizen_id', '=', citizenId)
    .where((eb) => eb.or([eb('group_id', 'is', null), eb('group_id', '<>', groupId)]))
    .execute();
}

/** Staff have deleted it: the next message makes another. */
export async function forgetTopic(
  db: Kysely<BotTables>,
  { groupId, threadId }: { groupId: number; threadId: number },
): Promise<void> {
  await db
    .updateTable('bot.operator_topics')
    .set({ group_id: null, thread_id: null })
    .where('group_id', '=', groupId)
    .where('thread_id', '=', threadId)
    .execute();
}

/** Whose topic it is; null for any other talk of the group. */
export async function ownerOf(
  db: Kysely<BotTables>,
  { groupId, threadId }: { groupId: number; threadId: number },
): Promise<TopicOwner | null> {
  const row = await db
    .selectFrom('bot.operator_topics')
    .select(['citizen_id', 'citizen_chat_id', 'open'])
    .where('group_id', '=', groupId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst();
  if (!row) return null;
  return { citizenId: row.citizen_id, chatId: row.citizen_chat_id, open: row.open };
}

/** The topic itself, with what was written in it, is the staff's. */
export async function forgetTalk(tx: Kysely<BotTables>, citizenId: string): Promise<void> {
  await tx.deleteFrom('bot.operator_topics').where('citizen_id', '=', citizenId).execute();
}
