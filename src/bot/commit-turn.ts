import type { Kysely, Transaction } from 'kysely';
import type { State } from '../dialogue/state.ts';
import type { Effect } from '../dialogue/turn.ts';
import type { Commits, TurnRow } from './commit-statement.ts';
import type { Place } from './line-queue.ts';
import { type OutboxRow, repliesOf, rowsToSend } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import type { SessionStore, Version } from './sessions.ts';
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
  commits: Commits;
  sessions: Pick<SessionStore, 'saves'>;
  performEffect: PerformEffect<BotTables>;
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
  const values = valuesOf(origin, decision, tools);
  const row = turnRow(origin, place, { ...decision, values: values ?? [] }, tools);
  try {
    const sends = await tools.retryConflicts(() =>
      values
        ? tools.commits.together(row)
        : db.transaction().execute(async (tx) => {
            await performAll(tx, origin, decision, tools);
            return tools.commits.within(tx)(row);
          }),
    );
    return { kind: 'done', rows: rowsToSend(origin, decision.messages, sends) };
  } catch (error) {
    const kind = error instanceof Refused ? error.kind : refusalIn(error);
    if (kind) return { kind };
    throw error;
  }
}

/** Null when there are steps to be made before. */
function valuesOf(
  { claim }: Origin,
  { effects }: Decision,
  { commits }: CommitTools,
): readonly unknown[] | null {
  if (claim.kind !== 'update') return null;
  return effects.length === 0 ? [] : commits.valuesOf(effects);
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

/** What the turn writes, as the committing statement takes it. */
function turnRow(
  { botId, chatId, key, claim }: Origin,
  place: Pick<Place, 'line' | 'ticket'> | null,
  {
    citizenId,
    now,
    session,
    setAside,
    messages,
    values,
  }: Decision & { values: readonly unknown[] },
  { sessions, workerId }: Pick<CommitTools, 'sessions' | 'workerId'>,
): TurnRow {
  const updateId = claim.kind === 'update' ? claim.updateId : null;
  const isHere = sessions.saves === 'in-transaction';
  const givenUp = updateId === null ? undefined : setAside;
  return {
    ...{ botId, workerId, updateId, citizenId, now },
    line: place?.line ?? null,
    ticket: place?.ticket ?? null,
    stumbled: setAside !== undefined,
    unsaved: place && !isHere ? (session?.state ?? null) : null,
    state: isHere ? (session?.state ?? null) : null,
    version: isHere && session?.version ? Number(session.version) : null,
    kind: givenUp?.kind ?? null,
    errorId: givenUp?.errorId ?? null,
    effects: values,
    messages: repliesOf({ chatId, key }, messages),
  };
}

const REFUSED = 'PK001';

/** What `bot.refuse` was told. */
function refusalIn(error: unknown): Exclude<Committed['kind'], 'done'> | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== REFUSED) return null;
  return error.message as Exclude<Committed['kind'], 'done'>;
}
