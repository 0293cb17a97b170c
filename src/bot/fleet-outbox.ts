import { type Kysely, sql, type Transaction } from 'kysely';
import type { OutboxRow } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import type { BotTables } from './tables.ts';

/** This bot, sending from this process. */
export interface Sending {
  botId: number;
  workerId: string;
}

/** What lies in the outbox for this worker to find. */
export interface Findings {
  /** Replies of this worker's that it may not hold. */
  mine: number[];
  /** There are replies of a worker that is dead. */
  hasOrphans: boolean;
  /** There is bulk, and no other living worker sends it. */
  hasBulk: boolean;
}

const ROWS_AT_ONCE = 1_000;
/** Longer than a turn's transaction: what it has just written is in the sender's hands by then. */
const FRESH_S = 3;
/** Names the lock under which one worker at a time takes over; the number itself means nothing. */
const TAKING_OVER = 0x50_41_53_4f;

const isAlive = sql`alive_until > clock_timestamp()`;

export async function lookIntoOutbox(
  db: Kysely<BotTables>,
  { botId, workerId }: Sending,
): Promise<Findings> {
  const { rows } = await sql<{ mine: number[] | null; orphans: boolean; bulk: boolean }>`
    select (
      select json_agg(id) from (
        select id from outbox where bot_id = ${botId} and worker = ${workerId} and not bulk
          and (handed_over or created_at < clock_timestamp() - make_interval(secs => ${FRESH_S}))
        order by id limit ${ROWS_AT_ONCE}
      ) as own
    ) as mine,
    exists (
      select from outbox o where bot_id = ${botId} and not bulk
        and not exists (select from bot.workers w where w.id = o.worker and ${isAlive})
    ) as orphans,
    exists (select from outbox where bot_id = ${botId} and bulk) and not exists (
      select from bot.bulk_pace p join bot.workers w on w.id = p.holder
      where p.bot_id = ${botId} and w.id <> ${workerId} and ${isAlive}
    ) as bulk`.execute(db);
  const { mine, orphans, bulk } = rows[0]!;
  return { mine: mine ?? [], hasOrphans: orphans, hasBulk: bulk };
}

/**
 * Makes replies of dead workers this worker's own, in order. One worker at a time, and a chat that a living worker
 * sends to goes to that one: so no two ever share a chat.
 */
export async function takeOver(db: Kysely<BotTables>, sending: Sending): Promise<OutboxRow[]> {
  return await db.transaction().execute(async (tx) => {
    // A question of its own: only what is asked when the lock is held sees what its last holder has taken.
    const { rows } = await sql<{ is_ours: boolean }>`
      select pg_try_advisory_xact_lock(${TAKING_OVER}) as is_ours`.execute(tx);
    return rows[0]!.is_ours ? await takeOrphans(tx, sending) : [];
  });
}

async function takeOrphans(
  tx: Transaction<BotTables>,
  { botId, workerId }: Sending,
): Promise<OutboxRow[]> {
  const { rows } = await sql<StoredRow & { worker: string }>`
    with living as materialized (select id from bot.workers where ${isAlive}),
    orphan as materialized (
      select id, chat_id from outbox
      where bot_id = ${botId} and not bulk
        and (worker is null or worker not in (select id from living))
      order by id limit ${ROWS_AT_ONCE} for update skip locked
    ),
    living_chat as materialized (
      select chat_id, min(worker) as worker from outbox
      where bot_id = ${botId} and not bulk and worker in (select id from living)
      group by chat_id
    ),
    addressed as materialized (
      select orphan.id, coalesce(living_chat.worker, ${workerId}) as sender
      from orphan left join living_chat on living_chat.chat_id = orphan.chat_id
    )
    update outbox set worker = sender, handed_over = sender <> ${workerId}
    from addressed where outbox.id = addressed.id
    returning outbox.id, chat_id, method, payload, bulk, worker`.execute(tx);
  return rows
    .filter(({ worker }) => worker === workerId)
    .map(rowOf)
    .sort((a, b) => a.id - b.id);
}

/** Those of the given rows that are still this worker's to send. */
export async function ownRows(
  db: Kysely<BotTables>,
  { workerId }: Sending,
  ids: number[],
): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'chat_id', 'method', 'payload', 'bulk'])
    .where('id', 'in', ids)
    .where('worker', '=', workerId)
    .orderBy('id')
    .execute();
  return rows.map(rowOf);
}

/** The bulk that comes next, without what is in hand. */
export async function nextBulk(
  db: Kysely<BotTables>,
  { botId }: Pick<Sending, 'botId'>,
  { limit, inHand }: { limit: number; inHand: number[] },
): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'chat_id', 'method', 'payload', 'bulk'])
    .where('bot_id', '=', botId)
    .where('bulk', '=', true)
    .$if(inHand.length > 0, (query) => query.where('id', 'not in', inHand))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

interface StoredRow {
  id: number;
  chat_id: number;
  method: Outgoing['method'];
  payload: Outgoing['payload'];
  bulk: boolean;
}

function rowOf({ id, chat_id: chatId, method, payload, bulk }: StoredRow): OutboxRow {
  return { id, chatId, message: { method, payload } as Outgoing, bulk };
}
