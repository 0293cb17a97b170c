import type { Kysely, Transaction } from 'kysely';
import type { State } from '../dialogue/state.ts';
import type { Effect } from '../dialogue/turn.ts';
import { type OutboxRow, putIntoOutbox } from './outbox.ts';
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
}

/** What a turn answers. */
export interface Origin {
  botId: number;
  chatId: number;
  /** Names its messages in the outbox; nothing else the bot sends has it. */
  key: string;
  /** On the turn's transaction. False when it was dealt with before. */
  claim(tx: Transaction<BotTables>): Promise<boolean>;
}

export function updateOrigin(update: { botId: number; updateId: number; chatId: number }): Origin {
  const { botId, updateId, chatId } = update;
  return { botId, chatId, key: String(updateId), claim: (tx) => claimUpdate(tx, update) };
}

export type Committed =
  | { kind: 'done'; rows: OutboxRow[] }
  /** It was dealt with before; nothing was changed. */
  | { kind: 'repeated' }
  /** The world has moved on since the turn was taken; nothing was changed. */
  | { kind: 'conflict' };

/** Rolls the transaction back. */
class Conflict extends Error {}

/** Claims what is answered and does all that its turn decided, in one transaction: all of it or nothing. */
export async function commitTurn(
  db: Kysely<BotTables>,
  origin: Origin,
  decision: Decision,
  tools: { sessions: SessionStore; performEffect: PerformEffect<BotTables>; workerId: string },
): Promise<Committed> {
  try {
    return await db.transaction().execute(async (tx) => {
      if (!(await origin.claim(tx))) return { kind: 'repeated' };
      const { citizenId, now, session, effects, messages } = decision;
      for (const effect of effects) {
        const outcome = await tools.performEffect(tx, effect, {
          citizenId,
          chatId: origin.chatId,
          now,
        });
        if (outcome === 'conflict') throw new Conflict();
      }
      if (session && tools.sessions.saves === 'in-transaction') {
        const saved = await tools.sessions.save(tx, citizenId, session.state, session.version);
        if (saved.kind === 'lost') throw new Conflict();
      }
      const { workerId } = tools;
      return { kind: 'done', rows: await putIntoOutbox(tx, { ...origin, workerId }, messages) };
    });
  } catch (error) {
    if (error instanceof Conflict) return { kind: 'conflict' };
    throw error;
  }
}

async function claimUpdate(
  tx: Transaction<BotTables>,
  { botId, updateId }: { botId: number; updateId: number },
): Promise<boolean> {
  const claimed = await tx
    .insertInto('update_claims')
    .values({ bot_id: botId, update_id: updateId })
    .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doNothing())
    .returning('update_id')
    .executeTakeFirst();
  return claimed !== undefined;
}
