import type { Kysely, Transaction } from 'kysely';
import type { Outgoing } from './outgoing.ts';
import type { BotTables } from './tables.ts';

/** A message on its way to a chat. Rows of one chat leave in the order of their ids. */
export interface OutboxRow {
  id: number;
  chatId: number;
  message: Outgoing;
}

/** Puts messages into the outbox, within the transaction that decided on them. */
export async function putIntoOutbox(
  tx: Transaction<BotTables>,
  origin: { botId: number; chatId: number; key: string },
  messages: Outgoing[],
): Promise<OutboxRow[]> {
  if (messages.length === 0) return [];
  const rows = await tx
    .insertInto('outbox')
    .values(
      messages.map(({ method, payload, to }, place) => ({
        bot_id: origin.botId,
        key: `${origin.key}:${place}`,
        chat_id: to ?? origin.chatId,
        method,
        payload: JSON.stringify(payload),
      })),
    )
    .returning(['id', 'key'])
    .execute();
  const ids = new Map(rows.map(({ id, key }) => [key, id]));
  return messages.map((message, place) => {
    const id = ids.get(`${origin.key}:${place}`);
    if (id === undefined) throw new Error('the outbox gave no id');
    return { id, chatId: message.to ?? origin.chatId, message };
  });
}

/** What a former run of the same bot committed and did not send. */
export async function leftInOutbox(db: Kysely<BotTables>, botId: number): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'chat_id', 'method', 'payload'])
    .where('bot_id', '=', botId)
    .orderBy('id')
    .execute();
  return rows.map(({ id, chat_id: chatId, method, payload }) => ({
    id,
    chatId,
    message: { method, payload } as Outgoing,
  }));
}

export async function removeFromOutbox(db: Kysely<BotTables>, ids: number[]): Promise<void> {
  await db.deleteFrom('outbox').where('id', 'in', ids).execute();
}
