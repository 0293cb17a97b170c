import { type Kysely, sql } from 'kysely';
import type { BotTables } from './tables.ts';

/**
 * Notes that the chat takes nothing from the bot any more, and takes out of the outbox what waits for it. The note
 * goes when its citizen is next replied to.
 */
export async function closeChat(
  db: Kysely<BotTables>,
  { botId, chatId }: { botId: number; chatId: number },
): Promise<void> {
  await sql`
    with dropped as (delete from outbox where bot_id = ${botId} and chat_id = ${chatId})
    insert into bot.closed_chats (bot_id, chat_id) values (${botId}, ${chatId})
    on conflict do nothing`.execute(db);
}
