import { type Kysely, sql } from 'kysely';
import type { Sending } from './fleet-outbox.ts';
import type { BotTables } from './tables.ts';

/** Telegram takes about thirty bulk messages a second; two are left for what is under way between us and it. */
export const BULK_A_SECOND = 28;
/** To a group Telegram takes twenty messages in any minute. */
const A_GROUPS_MINUTE = 20;
/** A second more than the minute: messages are under way for different times. */
const GROUP_MINUTE_S = 61;

/**
 * Takes the fleet's next turn for a bulk message.
 *
 * @returns milliseconds until that turn; null when another living worker sends the bulk now
 */
export async function takeBulkTurn(
  db: Kysely<BotTables>,
  { botId, workerId }: Sending,
): Promise<number | null> {
  const step = sql`make_interval(secs => ${1 / BULK_A_SECOND})`;
  const { rows } = await sql<{ wait: number }>`
    insert into bot.bulk_pace as pace (bot_id, next_at, holder)
    values (${botId}, clock_timestamp() + ${step}, ${workerId})
    on conflict (bot_id) do update
      set next_at = greatest(pace.next_at, clock_timestamp()) + ${step}, holder = excluded.holder
      where pace.holder = excluded.holder or not exists (
        select from bot.workers where id = pace.holder and alive_until > clock_timestamp()
      )
    returning extract(epoch from next_at - ${step} - clock_timestamp())::float8 * 1000 as wait`.execute(
    db,
  );
  return rows[0] ? Math.max(0, rows[0].wait) : null;
}

/** Telegram has asked for it: no worker sends bulk for so long. */
export async function pauseBulk(
  db: Kysely<BotTables>,
  { botId }: Pick<Sending, 'botId'>,
  milliseconds: number,
): Promise<void> {
  await sql`
    update bot.bulk_pace
    set next_at = greatest(next_at, clock_timestamp() + make_interval(secs => ${milliseconds / 1_000}))
    where bot_id = ${botId}`.execute(db);
}

/** Takes the fleet's next turn for a message to a group; milliseconds until then. At most one a second. */
export async function takeGroupTurn(
  db: Kysely<BotTables>,
  { botId, chatId }: { botId: number; chatId: number },
): Promise<number> {
  const { rows } = await sql<{ wait: number }>`
    insert into bot.group_pace as pace (bot_id, chat_id, taken)
    values (${botId}, ${chatId}, array[clock_timestamp()])
    on conflict (bot_id, chat_id) do update set taken = (
      pace.taken || greatest(
        clock_timestamp(),
        pace.taken[cardinality(pace.taken)] + interval '1 second',
        pace.taken[cardinality(pace.taken) - ${sql.lit(A_GROUPS_MINUTE - 1)}]
          + make_interval(secs => ${GROUP_MINUTE_S})
      )
    )[greatest(1, cardinality(pace.taken) + 2 - ${sql.lit(A_GROUPS_MINUTE)}):]
    returning extract(epoch from taken[cardinality(taken)] - clock_timestamp())::float8 * 1000 as wait`.execute(
    db,
  );
  return Math.max(0, rows[0]!.wait);
}
