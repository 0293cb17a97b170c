import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { State } from '../dialogue/state.ts';
import type { Effect } from '../dialogue/turn.ts';
import type { Place } from './line-queue.ts';
import { type OutboxRow, outboxWrites, rowsToSend, type WrittenRow } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import { type SessionStore, type Version, writeSession } from './sessions.ts';
import type { BotTables } from './tables.ts';

/** Changes the world in the turn's transaction. `conflict`: it has moved on, take the turn again. */
export type PerformEffect<Tables extends BotTables> = (
  tx: Transaction<Tables>,
  effect: Effect,
  who: { citizenId: string; chatId: number; now: Date },
) => Promise<'done' | 'conflict'>;

/** Everything a turn changes. */
export interface Decision {
  citizenId: string;
  now: Date;
  /** Null leaves the conversation as it is. */
  session: { state: State; version: Version } | null;
  effects: Effect[];
  messages: Outgoing[];
  /** The turn failed by a bug for the last time: the update is given up. */
  setAside?: { kind: string; errorId: string };
}

/** What a turn answers. */
export interface Origin {
  botId: number;
  chatId: number;
  /** Names its messages in the outbox; nothing else the bot sends has it. */
  key: string;
  claim: Claim;
}

/** What makes sure that a turn is taken once. */
export type Claim =
  | { kind: 'update'; updateId: number }
  /** On the turn's transaction. False when it was dealt with before. */
  | { kind: 'own'; take(tx: Transaction<BotTables>): Promise<boolean> };

export function updateOrigin(update: { botId: number; updateId: number; chatId: number }): Origin {
  const { botId, updateId, chatId } = update;
  return { botId, chatId, key: String(updateId), claim: { kind: 'update', updateId } };
}

export type Committed =
  | { kind: 'done'; rows: OutboxRow[] }
  /** It was dealt with before; nothing was changed. */
  | { kind: 'repeated' }
  /** The world has moved on since the turn was taken; nothing was changed. */
  | { kind: 'conflict' }
  /** This worker was taken for dead and its turn given to another; nothing was changed. */
  | { kind: 'fenced' };

export interface CommitTools {
  /** Takes what is a transaction in one statement. */
  durable: Kysely<BotTables>;
  sessions: Pick<SessionStore, 'saves'>;
  performEffect: PerformEffect<BotTables>;
  /** The effects as parts of the committing statement; null where they take a transaction of their own steps. */
  effectsAsWrites?: (
    effects: readonly Effect[],
    who: { citizenId: string; now: Date },
  ) => Write[] | null;
  workerId: string;
  /** Runs a transaction again that the database broke off because of another. */
  retryConflicts: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Rolls the transaction back. */
class Refused extends Error {
  readonly kind: Exclude<Committed['kind'], 'done'>;
  constructor(kind: Exclude<Committed['kind'], 'done'>) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Claims what is answered and does all that its turn decided, in one transaction: all of it or nothing, and
 * nothing when the turn is no longer ours. A turn whose state is kept in the database leaves its line with that.
 *
 * @param place null where the order of turns doesn't matter
 */
export async function commitTurn(
  db: Kysely<BotTables>,
  origin: Origin,
  place: Pick<Place, 'line' | 'ticket'> | null,
  decision: Decision,
  tools: CommitTools,
): Promise<Committed> {
  const isUpdate = origin.claim.kind === 'update';
  const direct = isUpdate ? effectsAsWrites(decision, tools) : null;
  try {
    const rows = await tools.retryConflicts(() =>
      direct
        ? writeAll(tools.durable, origin, place, { ...decision, direct }, tools)
        : db.transaction().execute(async (tx) => {
            await performAll(tx, origin, decision, tools);
            return writeAll(tx, origin, place, decision, tools);
          }),
    );
    return { kind: 'done', rows };
  } catch (error) {
    const kind = error instanceof Refused ? error.kind : refusalIn(error);
    if (kind) return { kind };
    throw error;
  }
}

function effectsAsWrites(
  { effects, citizenId, now }: Decision,
  { effectsAsWrites: asWrites }: CommitTools,
): Write[] | null {
  if (effects.length === 0) return [];
  return asWrites?.(effects, { citizenId, now }) ?? null;
}

async function performAll(
  tx: Transaction<BotTables>,
  { claim, chatId }: Origin,
  { citizenId, now, effects }: Decision,
  { performEffect }: CommitTools,
): Promise<void> {
  if (claim.kind === 'own' && !(await claim.take(tx))) throw new Refused('repeated');
  for (const effect of effects) {
    const outcome = await performEffect(tx, effect, { citizenId, chatId, now });
    if (outcome === 'conflict') throw new Refused('conflict');
  }
}

/** Everything in one statement, but for effects that were performed before it. */
async function writeAll(
  db: Kysely<BotTables>,
  origin: Origin,
  place: Pick<Place, 'line' | 'ticket'> | null,
  decision: Decision & { direct?: Write[] },
  { sessions, workerId }: CommitTools,
): Promise<OutboxRow[]> {
  const { messages, direct = [] } = decision;
  const writes = [...writesOf(origin, place, decision, sessions.saves), ...direct];
  const parts = writes.map(({ name, statement }) => sql`${sql.ref(name)} as (${statement})`);
  if (messages.length > 0) parts.push(outboxWrites({ ...origin, workerId }, messages));
  if (parts.length === 0) return [];
  const checks = writes.flatMap(({ name, orElse }) =>
    orElse ? [sql`when not exists (select from ${sql.ref(name)}) then bot.refuse(${orElse})`] : [],
  );
  const sends =
    messages.length > 0
      ? sql`(select json_agg(json_build_object('id', id, 'key', key)) from written where not handed_over)`
      : sql`null`;
  // The checks come first: what they refuse must not end in a broken constraint of the outbox.
  const { rows } = await sql<{ sends: WrittenRow[] | null }>`
    with ${sql.join(parts)}
    select case when false then '' ${sql.join(checks, sql` `)} end, ${sends} as sends`.execute(db);
  return rowsToSend(origin, messages, rows[0]?.sends ?? []);
}

/** A row must come of it, or everything is rolled back for the reason named. */
export interface Write {
  name: string;
  statement: RawBuilder<unknown>;
  orElse?: Exclude<Committed['kind'], 'done'>;
}

function writesOf(
  { botId, claim }: Origin,
  place: Pick<Place, 'line' | 'ticket'> | null,
  { session, citizenId, setAside }: Decision,
  saves: SessionStore['saves'],
): Write[] {
  const writes: Write[] = [];
  if (place) {
    const statement = leave(
      place,
      setAside !== undefined,
      saves === 'after-commit' ? session : null,
    );
    writes.push({ name: 'turn', statement, orElse: 'fenced' });
  }
  if (claim.kind === 'update') {
    const statement = sql`insert into update_claims (bot_id, update_id)
      values (${botId}, ${claim.updateId}) on conflict do nothing returning true`;
    writes.push({ name: 'claim', statement, orElse: 'repeated' });
  }
  if (session && saves === 'in-transaction') {
    const statement = writeSession(citizenId, session.state, session.version);
    writes.push({ name: 'conversation', statement, orElse: 'conflict' });
  }
  if (setAside && claim.kind === 'update') {
    const { kind, errorId } = setAside;
    const statement = sql`insert into bot.set_aside (bot_id, update_id, kind, error_id)
      values (${botId}, ${claim.updateId}, ${kind}, ${errorId}) on conflict do nothing`;
    writes.push({ name: 'given_up', statement });
  }
  return writes;
}

/** What is yet to be saved keeps the ticket: the next turn goes on from it. */
function leave(
  { line, ticket }: Pick<Place, 'line' | 'ticket'>,
  stumbled: boolean,
  unsaved: Decision['session'],
): RawBuilder<unknown> {
  const change = unsaved
    ? sql`state = ${JSON.stringify(unsaved.state)}::jsonb, is_saved = false`
    : sql`queue = array_remove(queue, ${ticket}::text)`;
  return sql`update bot.lines set ${change}, stumbled = ${stumbled}, touched_at = now()
    where line = ${line} and queue[1] = ${ticket} returning true`;
}

const REFUSED = 'PK001';

/** What `bot.refuse` was told. */
function refusalIn(error: unknown): Exclude<Committed['kind'], 'done'> | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== REFUSED) return null;
  return error.message as Exclude<Committed['kind'], 'done'>;
}
