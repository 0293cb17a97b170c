import { CompiledQuery, type Kysely } from 'kysely';
import type { State } from '../dialogue/state.ts';
import type { Effect } from '../dialogue/turn.ts';
import { inBatches } from '../in-batches.ts';
import { rowsOfJson } from '../json-rows.ts';
import { REPLY_COLUMNS, REPLY_PARTS, type Reply, type WrittenRow } from './outbox.ts';
import type { BotTables } from './tables.ts';

/** All that one turn writes, its effects in steps of their own left out. */
export interface TurnRow {
  botId: number;
  workerId: string;
  /** The update it claims. */
  updateId: number | null;
  /** The line it leaves, by its ticket. */
  line: string | null;
  ticket: string | null;
  stumbled: boolean;
  /** What is yet to be saved elsewhere keeps the ticket: the next turn goes on from it. */
  unsaved: State | null;
  citizenId: string;
  /** The conversation, if it is kept in the database, and the version it goes on from. */
  state: State | null;
  version: number | null;
  /** Why and under which number the update was given up. */
  kind: string | null;
  errorId: string | null;
  now: Date;
  /** What `EffectParts` read. */
  effects: readonly unknown[];
  messages: readonly Reply[];
}

/** Effects that are parts of the committing statement. */
export interface EffectParts {
  /** SQL: parts of its `with`. They read `turn (n, "citizenId", now, effects)`, with the effects as a JSON list. */
  parts: string;
  /** SQL: false where the world has moved on. */
  hold: string;
  /** The effects as they are read there; null where they take steps of their own. */
  valuesOf(effects: readonly Effect[]): readonly unknown[] | null;
}

/** The written messages that are this worker's to send now. Throws what `refusalIn` reads. */
export type Commit = (row: TurnRow) => Promise<ReadonlyMap<string, number>>;

export interface Commits {
  valuesOf: EffectParts['valuesOf'];
  /** In a transaction that has made the turn's other changes. */
  within(tx: Kysely<BotTables>): Commit;
  /** Together with other turns. Whatever one of them is refused for leaves the others alone. */
  together: Commit;
}

/** @param durable takes what is a transaction in one statement */
export function createCommits(durable: Kysely<BotTables>, effects: EffectParts | null): Commits {
  const text = statementWith(effects);
  const ask = async (db: Kysely<BotTables>, rows: readonly TurnRow[]) => {
    const turns = JSON.stringify(rows.map((row, n) => ({ n, ...row })));
    const query = CompiledQuery.raw(text, [turns]) as CompiledQuery<{ sends: WrittenRow[] | null }>;
    const { sends } = (await db.executeQuery(query)).rows[0]!;
    return new Map(sends?.map(({ id, key }) => [key, id]));
  };
  return {
    valuesOf: effects?.valuesOf ?? (() => null),
    within: (tx) => (row) => ask(tx, [row]),
    together: inBatches(async (rows: readonly TurnRow[]) => {
      const sends = await ask(durable, rows);
      return rows.map(() => sends);
    }),
  };
}

/** Everything or nothing. The checks come first: what they refuse must not end in a broken constraint of the outbox. */
function statementWith(effects: EffectParts | null): string {
  return `
    with ${TURN_PARTS}, ${REPLY_PARTS} ${effects ? `, ${effects.parts}` : ''}
    select
      case
        when (select count(1) from place) < (select count(line) from turn) then bot.refuse('fenced')
        when (select count(1) from claim) < (select count("updateId") from turn) then bot.refuse('repeated')
        when (select count(1) from begun) + (select count(1) from gone_on) < (select count(state) from turn)
          then bot.refuse('conflict')
        ${effects ? `when not (${effects.hold}) then bot.refuse('conflict')` : ''}
      end,
      (select json_agg(json_build_object('id', id, 'key', key)) from written where not handed_over) as sends`;
}

const TURN_COLUMNS = {
  n: 'int',
  botId: 'bigint',
  workerId: 'text',
  updateId: 'bigint',
  line: 'text',
  ticket: 'text',
  stumbled: 'boolean',
  unsaved: 'jsonb',
  citizenId: 'text',
  state: 'jsonb',
  version: 'bigint',
  kind: 'text',
  errorId: 'text',
  now: 'timestamptz',
  effects: 'json',
  messages: 'json',
} satisfies Record<keyof TurnRow | 'n', string>;

const TURN_PARTS = `
  turn as (${rowsOfJson('$1::json', TURN_COLUMNS)}),
  -- In the order in which places are taken: two workers that wait for each other's lines would wait for ever.
  held as (
    select l.line from bot.lines l where l.line in (select line from turn) order by l.line for update
  ),
  place as (
    update bot.lines l set
      queue = case when t.unsaved is null then array_remove(l.queue, t.ticket) else l.queue end,
      state = coalesce(t.unsaved, l.state), is_saved = l.is_saved and t.unsaved is null,
      stumbled = t.stumbled, turns = l.turns + 1, touched_at = now()
    from held join turn t on t.line = held.line
    where l.line = held.line and l.queue[1] = t.ticket
    returning true
  ),
  claim as (
    insert into update_claims (bot_id, update_id)
    select "botId", "updateId" from turn where "updateId" is not null
    on conflict do nothing returning true
  ),
  begun as (
    insert into sessions (key, state, version)
    select "citizenId", state, 1 from turn where state is not null and version is null
    on conflict do nothing returning true
  ),
  gone_on as (
    update sessions s set state = t.state, version = s.version + 1, updated_at = now()
    from turn t where t.state is not null and s.key = t."citizenId" and s.version = t.version
    returning true
  ),
  given_up as (
    insert into bot.set_aside (bot_id, update_id, kind, error_id)
    select "botId", "updateId", kind, "errorId" from turn where kind is not null
    on conflict do nothing
  ),
  message as (
    select t.n, t."botId", t."workerId", place, key, "chatId", method, payload
    from turn t, lateral (${rowsOfJson('t.messages', REPLY_COLUMNS)}) m
  )`;
