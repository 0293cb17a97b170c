import { type Kysely, sql } from 'kysely';
import type { Outgoing } from './outgoing.ts';
import type { BotTables } from './tables.ts';

/** A message on its way to a chat. Replies to one chat leave in the order of their ids, and so does bulk. */
export interface OutboxRow {
  id: number;
  chatId: number;
  message: Outgoing;
  /** Waits for the pace of the whole fleet; a reply never waits for it. */
  bulk: boolean;
}

export interface OutboxOrigin {
  botId: number;
  chatId: number;
  /** Names its messages; nothing else the bot sends has it. */
  key: string;
}

export interface WrittenRow {
  id: number;
  key: string;
}

/** A message as the committing statement takes it. */
export interface Reply {
  place: number;
  key: string;
  chatId: number;
  method: Outgoing['method'];
  payload: Outgoing['payload'];
}

export function repliesOf(
  { chatId, key }: Pick<OutboxOrigin, 'chatId' | 'key'>,
  messages: readonly Outgoing[],
): Reply[] {
  return messages.map(({ method, payload, to }, place) => {
    return { place, key: keyOf(key, place), chatId: to ?? chatId, method, payload };
  });
}

const keyOf = (key: string, place: number) => `${key}:${place}`;

/** The types of a `Reply`. */
export const REPLY_COLUMNS = {
  place: 'int',
  key: 'text',
  chatId: 'bigint',
  method: 'text',
  payload: 'jsonb',
} satisfies Record<keyof Reply, string>;

/**
 * Puts replies into the outbox, as parts of a larger statement's `with`: they read `message`, which has the columns
 * of `Reply`, the bot, the worker and a number for the turn; `written` is what has come of it. A chat whose earlier
 * replies are not sent yet stays with the worker that has those; it finds the new ones by itself, and as long as it
 * may not have found them, all that come after take the same way.
 */
export const REPLY_PARTS = `
  -- Whoever is replied to has written, so their chat is open.
  opened as (
    delete from bot.closed_chats c using message m where c.bot_id = m."botId" and c.chat_id = m."chatId"
  ),
  written as (
    insert into outbox (bot_id, key, chat_id, method, payload, worker, handed_over)
    select m."botId", m.key, m."chatId", m.method, m.payload, coalesce(earlier.worker, m."workerId"),
      coalesce(earlier.handed_over or earlier.worker <> m."workerId", false)
    from message m left join lateral (
      select worker, handed_over from outbox o
      where o.bot_id = m."botId" and o.chat_id = m."chatId" and not bulk
      order by o.id desc limit 1
    ) as earlier on true
    order by m.n, m.place
    returning id, key, handed_over
  )`;

/** @param ids the rows of `written` that are this worker's to send now, by their keys */
export function rowsToSend(
  origin: Pick<OutboxOrigin, 'chatId' | 'key'>,
  messages: readonly Outgoing[],
  ids: ReadonlyMap<string, number>,
): OutboxRow[] {
  return messages.flatMap((message, place) => {
    const id = ids.get(keyOf(origin.key, place));
    return id === undefined
      ? []
      : [{ id, chatId: message.to ?? origin.chatId, message, bulk: false }];
  });
}

/**
 * Puts messages nobody waits for into the outbox, unless the chat is closed to the bot. One that is there or was put
 * there by another process at the same moment is not put twice.
 */
export async function putBulkIntoOutbox(
  tx: Kysely<BotTables>,
  origin: OutboxOrigin,
  messages: Outgoing[],
): Promise<void> {
  if (messages.length === 0) return;
  const { botId } = origin;
  await sql`
    with message as ${messageTable(origin, messages)}
    insert into outbox (bot_id, key, chat_id, method, payload, bulk)
    select ${botId}::bigint, key, chat_id, method, payload, true from message
    where not exists (
      select from bot.closed_chats c where c.bot_id = ${botId} and c.chat_id = message.chat_id
    )
    order by place
    on conflict (bot_id, key) do nothing`.execute(tx);
}

function messageTable({ chatId, key }: OutboxOrigin, messages: Outgoing[]) {
  const rows = messages.map(
    ({ method, payload, to }, place) =>
      sql`(${place}::int, ${keyOf(key, place)}::text, ${to ?? chatId}::bigint, ${method}::text, ${JSON.stringify(payload)}::jsonb)`,
  );
  return sql`(select * from (values ${sql.join(rows)}) as given (place, key, chat_id, method, payload))`;
}

export async function removeFromOutbox(
  db: Kysely<BotTables>,
  ids: readonly number[],
): Promise<void> {
  // As one array, whatever their number: the statement is the same and stays prepared.
  await sql`delete from outbox where id = any(${[...ids]}::bigint[])`.execute(db);
}
