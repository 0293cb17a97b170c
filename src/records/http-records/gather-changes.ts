import { type Kysely, sql, type Transaction } from 'kysely';
import type { ChangesAfter, ServiceChanges } from './service-changes.ts';

/** So many at once in one round; a service that is never done leaves the rest to the next. */
const MOST_PAGES = 20;

/**
 * Notes what changed at the service as events, like an import does: each once, whichever process reads it.
 * The first reading only learns where the service stands: what went before is news to nobody.
 */
export async function gatherChanges<Schema>(
  db: Kysely<Schema>,
  service: ServiceChanges,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  for (let page = 0; page < MOST_PAGES && !signal.aborted; page++) {
    const from = await cursor(db);
    const news = await service.changesAfter(from);
    if (!news || news.cursor === from) return;
    await db.transaction().execute((tx) => note(tx, from, news, now()));
    if (news.changes.length === 0) return;
  }
}

async function cursor<Schema>(db: Kysely<Schema>): Promise<string | null> {
  const { rows } = await sql<{ cursor: string }>`
    select cursor from records.service_cursor`.execute(db);
  return rows[0]?.cursor ?? null;
}

async function note<Schema>(
  tx: Transaction<Schema>,
  from: string | null,
  { cursor, changes }: ChangesAfter,
  at: Date,
): Promise<void> {
  if (from === null) {
    await sql`
      insert into records.service_cursor (cursor) values (${cursor})
      on conflict do nothing`.execute(tx);
    return;
  }
  const moved = await sql`
    update records.service_cursor set cursor = ${cursor} where cursor = ${from} returning cursor`.execute(
    tx,
  );
  if (moved.rows.length === 0) return;
  for (const { kind, key, code, isNew } of changes) {
    await sql`
      insert into records.events (kind, object_key, code, before, after, at)
      values (${kind}, ${key}, ${code}, ${isNew ? null : '{}'}::jsonb, '{}'::jsonb, ${at})`.execute(
      tx,
    );
  }
}
