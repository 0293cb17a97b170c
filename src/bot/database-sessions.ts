import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Logger } from 'pino';
import type { State } from '../dialogue/state.ts';
import type { SessionRow } from './line-queue.ts';
import {
  type Conversation,
  readState,
  SESSION_DAYS,
  type SessionStore,
  type Version,
} from './sessions.ts';
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
        .select(['state', 'version', sql<boolean>`updated_at > ${oldest}`.as('isFresh')])
        .where('key', '=', key)
        .executeTakeFirst();
      return conversationIn(row ?? null, logger);
    },

    async save(key, state, version) {
      const { rows } = await writeSession(key, state, version).execute(db);
      const [row] = rows as { version: number }[];
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

/** What can be gone on from in a row of `sessions`. */
export function conversationIn(row: SessionRow | null, logger: Logger): Conversation {
  if (!row) return { state: null, version: null };
  const state = row.isFresh ? readState(row.state) : null;
  if (row.isFresh && !state) logger.error('a stored conversation cannot be read; it begins anew');
  return { state, version: String(row.version) };
}

/** Gives a row only if nobody has written it since `version`. */
function writeSession(key: string, state: State, version: Version): RawBuilder<unknown> {
  const json = JSON.stringify(state);
  if (version === null) {
    return sql`insert into sessions (key, state, version) values (${key}, ${json}::jsonb, 1)
      on conflict do nothing returning version`;
  }
  return sql`update sessions set state = ${json}::jsonb, version = version + 1, updated_at = now()
    where key = ${key} and version = ${Number(version)} returning version`;
}
