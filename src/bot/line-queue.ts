import { CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import { SESSION_DAYS } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** One place in the line of a chat. */
export interface Standing {
  line: string;
  /** worker/number/update, the last part empty where no update asked for the turn. */
  ticket: string;
  botId: number;
  updateId: number | null;
  /** Whose conversation the turn goes on with; null when with nobody's. */
  citizenId: string | null;
}

/** What a turn finds when it is first in its line. */
export interface Place {
  line: string;
  ticket: string;
  /** The update was dealt with before. */
  isClaimed: boolean;
  /** So often has its turn failed by a bug, or ended with its process. */
  tries: number;
  /** The last turn of this line failed by a bug. */
  stumbled: boolean;
  /** What the last turn left, where conversations are kept in Redis. */
  kept: unknown;
  /** The citizen's row in `sessions`. */
  session: SessionRow | null;
}

export interface SessionRow {
  state: unknown;
  version: number;
  isFresh: boolean;
}

interface FoundRow {
  is_first: boolean;
  is_claimed: boolean;
  tries: number | null;
  stumbled: boolean;
  kept: unknown;
  session_state: unknown;
  session_version: number | null;
  session_is_fresh: boolean | null;
}

// Texts of their own, put together once: every turn asks one of them.
const TRIED = `tried as (
  select tries from bot.failed_tries where bot_id = $1 and update_id = $2
)`;
const FOUND = `
  select place.is_first, place.stumbled, place.state as kept,
    exists (select from update_claims where bot_id = $1 and update_id = $2) as is_claimed,
    (select tries from tried) as tries,
    s.state as session_state, s.version as session_version,
    s.updated_at > now() - make_interval(days => ${SESSION_DAYS}) as session_is_fresh
  from place left join sessions s on s.key = $5`;

const JOIN = `
  with ${TRIED},
  place as (
    insert into bot.lines as l (line, queue, begun)
    values ($3, array[$4::text], case when $6::boolean and not exists (select from tried) then $4::text end)
    on conflict (line) do update set
      queue = case when $4::text = any (l.queue) then l.queue else l.queue || $4::text end,
      begun = case when l.queue = '{}' then excluded.begun else l.begun end,
      touched_at = now()
    returning queue[1] = $4::text as is_first, state, stumbled
  )
  ${FOUND}`;

/**
 * Goes to the end of the line, and begins the turn at once if nobody is before it. A turn that has failed
 * before is not begun: it is taken with care. Going twice is like going once.
 *
 * @param mayBegin whether there is a free hand for the turn now
 */
export async function joinLine(
  db: Kysely<BotTables>,
  standing: Standing,
  mayBegin: boolean,
): Promise<{ isFirst: boolean; place: Place }> {
  const { rows } = await db.executeQuery(asked(JOIN, standing, mayBegin));
  return { isFirst: rows[0]!.is_first, place: placeOf(standing, rows[0]!) };
}

const BEGIN = `
  with ${TRIED},
  place as (
    update bot.lines set begun = $4::text, touched_at = now()
    where line = $3 and queue[1] = $4::text and ($6::boolean or not exists (select from tried))
    returning true as is_first, state, stumbled
  )
  ${FOUND}`;

/**
 * Begins the turn if its ticket has come first; null when it has not, or when it has failed before.
 *
 * @param isCareful also a turn that has failed before
 */
export async function beginTurn(
  db: Kysely<BotTables>,
  standing: Standing,
  isCareful: boolean,
): Promise<Place | null> {
  const { rows } = await db.executeQuery(asked(BEGIN, standing, isCareful));
  return rows[0] ? placeOf(standing, rows[0]) : null;
}

function asked(
  text: string,
  { botId, updateId, line, ticket, citizenId }: Standing,
  may: boolean,
): CompiledQuery<FoundRow> {
  return CompiledQuery.raw(text, [botId, updateId, line, ticket, citizenId, may]);
}

function placeOf({ line, ticket }: Standing, row: FoundRow): Place {
  return {
    line,
    ticket,
    isClaimed: row.is_claimed,
    tries: row.tries ?? 0,
    stumbled: row.stumbled,
    kept: row.kept,
    session:
      row.session_version === null
        ? null
        : {
            state: row.session_state,
            version: row.session_version,
            isFresh: row.session_is_fresh === true,
          },
  };
}

/** @param isSaved the state that the turn left has been written to where conversations are kept */
export async function leaveLine(
  db: Kysely<BotTables>,
  { line, ticket }: Pick<Standing, 'line' | 'ticket'>,
  isSaved: boolean,
): Promise<void> {
  await sql`
    update bot.lines set queue = array_remove(queue, ${ticket}::text),
      is_saved = is_saved or ${isSaved}::boolean, touched_at = now()
    where line = ${line} and ${ticket} = any (queue)`.execute(db);
}

export function isOfSameWorker(ticket: string, other: string): boolean {
  return ticket.split('/', 1)[0] === other.split('/', 1)[0];
}

export type Ahead =
  /** Nobody any more. */
  | { kind: 'nobody' }
  /** Our own ticket is gone: we were taken for dead. */
  | { kind: 'lost' }
  | { kind: 'living'; ticket: string }
  /** Its worker is dead. */
  | { kind: 'dead'; ticket: string };

/** Who is first in the line. */
export async function whoIsAhead(
  db: Kysely<BotTables>,
  { line, ticket }: Pick<Standing, 'line' | 'ticket'>,
): Promise<Ahead> {
  const { rows } = await sql<{ head: string; is_in: boolean; is_living: boolean }>`
    select l.queue[1] as head, ${ticket} = any (l.queue) as is_in,
      ${isLiving(sql`l.queue[1]`, ticket)} as is_living
    from bot.lines l where line = ${line}`.execute(db);
  const [row] = rows;
  if (!row?.is_in) return { kind: 'lost' };
  if (row.head === ticket) return { kind: 'nobody' };
  return { kind: row.is_living ? 'living' : 'dead', ticket: row.head };
}

/**
 * Takes the tickets of dead workers out of the line. The first one may have killed its process: if its turn
 * had begun, that counts as a failed try. A worker that stopped in good order has left no trace among the workers.
 */
export async function removeDead(
  db: Kysely<BotTables>,
  { line, ticket, botId }: Pick<Standing, 'line' | 'ticket' | 'botId'>,
  dead: string,
): Promise<void> {
  await sql`
    with gone as (
      update bot.lines l set queue = array(
        select t from unnest(l.queue) with ordinality as each (t, place)
        where ${isLiving(sql`t`, ticket)} order by place
      )
      where line = ${line} and queue[1] = ${dead}
      returning begun
    )
    insert into bot.failed_tries as f (bot_id, update_id, tries)
    select ${botId}::bigint, split_part(begun, '/', 3)::bigint, 1 from gone
    where begun = ${dead} and split_part(begun, '/', 3) <> ''
      and exists (select from bot.workers w where w.id = split_part(begun, '/', 1))
    on conflict (bot_id, update_id) do update set tries = f.tries + 1, last_at = now()`.execute(db);
}

/** Whoever asks lives, however late its own sign of life is: its turns must not overtake each other. */
function isLiving(ticket: RawBuilder<unknown>, asking: string): RawBuilder<boolean> {
  const worker = sql`split_part(${ticket}, '/', 1)`;
  return sql<boolean>`(${worker} = split_part(${asking}, '/', 1) or exists (
    select from bot.workers w where w.id = ${worker} and w.alive_until > clock_timestamp()
  ))`;
}
