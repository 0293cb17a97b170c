import type { Kysely } from 'kysely';
import type { BotTables } from './tables.ts';

/** What was on its way to this chat is not sent any more, unless it is being sent at this very moment. */
export async function forgetUnsent(tx: Kysely<BotTables>, chatId: number): Promise<void> {
  await tx.deleteFrom('outbox').where('chat_id', '=', chatId).execute();
}
