import { type Kysely, sql } from 'kysely';
import type { BotTables } from './tables.ts';

/** What waits in the outbox, whoever is to send it. */
export async function backlogOf<Tables extends BotTables>(
  database: Kysely<Tables>,
): Promise<{ messages: number; oldestSeconds: number }> {
  const db = database as unknown as Kysely<BotTables>;
  const { messages, seconds } = await db
    .selectFrom('outbox')
    .select((eb) => [
      eb.fn.countAll<number>().as('messages'),
      sql<number>`coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8`.as(
        'seconds',
      ),
    ])
    .executeTakeFirstOrThrow();
  return { messages, oldestSeconds: seconds };
}
