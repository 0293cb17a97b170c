import { CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import { inBatches } from '../in-batches.ts';
import { rowsOfJson } from '../json-rows.ts';
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
  line: string;
  is_begun: boolean;
  is_claimed: boolean;
  tries: number | null;
  stumbled: boolean;
  kept: unknown;
  session_state: unknown;
  session_version: number | null;
  session_is_fresh: boolean | null;
}

const ASKED_COLUMNS = {
  line: 'text',
  ticket: 'text',
  botId: 'bigint',
  updateId: 'bigint',
  citizenId: 'text',
  may: 'boolean',
} satisfies Record<keyof Asked, string>;

// Texts of their own, put together once: every turn asks one of them. The tickets of many turns go together, each
// to a line of its own, in the order of the lines: two workers that wait for each other's would wait for ever.
const ASKED = `asked as (
  ${rowsOfJson('$1::json', ASKED_COLUMNS)} order by line
),
tried as (
  select a.line, f.tries from asked a join bot.failed_tries f
    on f.bot_id = a."botId" and f.update_id = a."updateId"
)`;
const FOUND = `
  select place.line, place.is_begun, place.stumbled, place.state as kept,
    c.update_id is not null as is_claimed,
    (select tries from tried where tried.line = a.line) as tries,
    s.state as session_state, s.version as session_version,
    s.updated_at > now() - make_interval(days => ${SESSION_DAYS}) as session_is_fresh
  from place join asked a on a.line = place.line
    left join update_claims c on c.bot_id = a."botId" and c.update_id = a."updateId"
    left join sessions s on s.key = a."citizenId"`;

// A row that is just being committed is waited for, but all else is read as it was before that. Who comes to be first
// by such a commit has read a conversation of yesterday, and has not begun.
const JOIN = `
  with ${ASKED},
  place as (
    insert into bot.lines as l (line, queue, begun)
    select a.line, array[a.ticket],
      case when a.may and not exists (select from tried where tried.line = a.line) then a.ticket end
    from asked a
    on conflict (line) do update set
      queue = case when excluded.queue[1] = any (l.queue) then l.queue else l.queue || excluded.queue end,
      begun = case when l.queue = '{}' then excluded.begun else l.begun end,
      touched_at = now()
    returning line, state, stumbled,
      begun is not distinct from (select ticket from asked where asked.line = l.line)
        and turns = coalesce((select turns from bot.lines seen where seen.line = l.line), 0) as is_begun
  )
  ${FOUND}`;

const BEGIN = `
  with ${ASKED},
  place as (
    update bot.lines l set begun = a.ticket, touched_at = now()
    from asked a
    where l.line = a.line and queue[1] = a.ticket
      and (a.may or not exists (select from tried where tried.line = a.line))
    returning l.line, true as is_begun, state, stumbled
  )
  ${FOUND}`;

export interface Lines {
  /**
   * Goes to the end of the line, and begins the turn at once if nobody is before it. A turn that has failed
   * before is not begun: it is taken with care. Going twice is like going once. Of one line one at a time.
   *
   * @param mayBegin whether there is a free hand for the turn now
   * @returns null when the turn is yet to be begun
   */
  join(standing: Standing, mayBegin: boolean): Promise<Place | null>;
  /**
   * Begins the turn if its ticket has come first; null when it has not, or when it has failed before.
   *
   * @param isCareful also a turn that has failed before
   */
  begin(standing: Standing, isCareful: boolean): Promise<Place | null>;
}

interface Asked extends Standing {
  may: boolean;
}

/** The steps that nearly every turn takes. */
export function createLines(db: Kysely<BotTables>): Lines {
  const ask = async (text: string, asked: readonly Asked[]): Promise<FoundRow[]> => {
    const query = CompiledQuery.raw(text, [JSON.stringify(asked)]) as CompiledQuery<FoundRow>;
    return (await db.executeQuery(query)).rows;
  };
  const join = inBatches(async (asked: readonly Asked[]) => {
    const rows = await ask(JOIN, asked);
    const found = new Map(rows.map((row) => [row.line, row]));
    return asked.map(({ line }) => found.get(line)!);
  });
  return {
    async join(standing, mayBegin) {
      const row = await join({ ...standing, may: mayBegin });
      return row.is_begun ? placeOf(standing, row) : null;
    },
    async begin(standing, isCareful) {
      const [row] = await ask(BEGIN, [{ ...standing, may: isCareful }]);
      return row ? placeOf(standing, row) : null;
    },
  };
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
      update bot.lines l set turns = turns + 1, queue = array(
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
