import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { readState, SESSION_DAYS, type SessionStore, type Version } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** Conversations in the database: saved in the turn's own transaction, so they can't part from its effects. */
export function databaseSessions<Tables extends BotTables>(
  database: Kysely<Tables>,
  logger: Logger,
): SessionStore {
  const db = database as unknown as Kysely<BotTables>;
  const oldest = sql<Date>`now() - make_interval(days => ${SESSION_DAYS})`;
  return {
    saves: 'in-transaction',

    async load(key) {
      const row = await db
        .selectFrom('sessions')
        .select(['state', 'version', sql<boolean>`updated_at > ${oldest}`.as('is_fresh')])
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row) return { state: null, version: null };
      const state = row.is_fresh ? readState(row.state) : null;
      if (row.is_fresh && !state)
        logger.error('a stored conversation cannot be read; it begins anew');
      return { state, version: String(row.version) };
    },

    async save(tx, key, state, version) {
      const row = await write(tx ?? db, key, JSON.stringify(state), version);
      return row ? { kind: 'saved', version: String(row.version) } : { kind: 'lost' };
    },

    async check() {
      await sql`select 1`.execute(db);
    },

    async purge(now) {
      const before = new Date(now.getTime() - SESSION_DAYS * 86_400_000);
      await db.deleteFrom('sessions').where('updated_at', '<', before).execute();
    },

    async close() {},
  };
}

/** Gives the row only if nobody has written it since `version` was read. */
function write(db: Kysely<BotTables>, key: string, state: string, version: Version) {
  if (version === null) {
    return db
      .insertInto('sessions')
      .values({ key, state, version: 1 })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('version')
      .executeTakeFirst();
  }
  return db
    .updateTable('sessions')
    .set({ state, version: Number(version) + 1, updated_at: sql`now()` })
    .where('key', '=', key)
    .where('version', '=', Number(version))
    .returning('version')
    .executeTakeFirst();
}
