import type { Update } from 'grammy/types';
import type { Kysely } from 'kysely';
import { NEW_STATE } from '../dialogue/state.ts';
import type { Incoming } from '../dialogue/turn.ts';
import { UpstreamError } from '../errors.ts';
import { type Committed, commitTurn, type Origin, type PerformEffect } from './commit-turn.ts';
import { apology, type Decided, type DecisionTools, decideTurn, TooSlow } from './decide-turn.ts';
import { backoff, pause } from './pause.ts';
import type { Sender } from './sender.ts';
import type { BotTables } from './tables.ts';

/** Telegram gives up on a webhook after ten seconds; a person sooner. */
export const TURN_MS = 8_000;
const ATTEMPTS = 3;
/** So often a turn may find the database failing before its own part in that is looked into. */
const PATIENCE = 6;

export interface TurnTools extends DecisionTools {
  db: Kysely<BotTables>;
  /** This process, as the fleet knows it. */
  workerId: string;
  performEffect: PerformEffect<BotTables>;
  sender: Sender;
  now: () => Date;
  stopping: AbortSignal;
  /** Told why turns cannot be committed now, and null once they can again. */
  storageIs: (problem: string | null) => void;
}

export interface Letter extends Origin {
  update: Update;
  incoming: Omit<Incoming, 'now'>;
}

/**
 * Takes a citizen's turn until it is committed, and hands its messages to the sender. Without a database
 * it waits for one: the update stays with Telegram, and nothing is said that might not come true.
 *
 * @returns false when stopping came first and the update has to come again
 */
export async function handleCitizen(letter: Letter, tools: TurnTools): Promise<boolean> {
  const { logger, stopping, storageIs } = tools;
  for (let failures = 0; !stopping.aborted; ) {
    try {
      await takeOrApologise(letter, tools, failures);
      storageIs(null);
      return true;
    } catch (error) {
      storageIs('turns cannot be committed to the database');
      logger.error({ err: error, update: letter.update }, 'a turn waits for the database');
      failures++;
      await pause(backoff(failures, 200, 5_000), stopping);
    }
  }
  return false;
}

/**
 * If an apology can be committed right after the turn has failed once more, the database is well and this turn
 * alone brings it to its knees. A database that has just come back is given the turn first.
 */
async function takeOrApologise(letter: Letter, tools: TurnTools, failures: number): Promise<void> {
  try {
    await takeAndCommit(letter, tools);
  } catch (error) {
    const isSuspect = failures > 0 && failures % PATIENCE === 0;
    if (!isSuspect) throw error;
    await apologise(letter, new UpstreamError('this turn fails every time'), tools);
  }
}

/** Throws only when the database fails; what fails otherwise ends in an apology that claims the update. */
async function takeAndCommit(letter: Letter, tools: TurnTools): Promise<void> {
  const limit = AbortSignal.timeout(TURN_MS);
  const began = performance.now();
  const incoming = { ...letter.incoming, now: tools.now() };
  let locale = NEW_STATE.locale;
  let failure: unknown = new TooSlow('others were faster three times');
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      const decided = await decideTurn(incoming, tools, limit);
      locale = decided.locale;
      const committed = await commitTurn(tools.db, letter, decided, tools);
      if (committed.kind !== 'conflict')
        return await finish(letter.update, decided, committed, began, tools);
    } catch (error) {
      if (error instanceof UpstreamError) throw error;
      failure = error;
    }
  }
  await apologise(letter, failure, tools, locale);
}

async function apologise(
  letter: Letter,
  failure: unknown,
  tools: TurnTools,
  locale = NEW_STATE.locale,
): Promise<void> {
  const began = performance.now();
  const incoming = { ...letter.incoming, now: tools.now() };
  const sorry = apology(failure, locale, incoming, tools);
  const committed = await commitTurn(tools.db, letter, sorry, tools);
  await finish(letter.update, sorry, committed, began, tools);
}

/** @param update null where no update asked for the turn */
export async function finish(
  update: Update | null,
  decided: Decided,
  committed: Committed,
  began: number,
  { sender, sessions, logger }: TurnTools,
): Promise<void> {
  const { intent, outcome, session, citizenId } = decided;
  const ms = Math.round(performance.now() - began);
  const about = update ? { update } : {};
  if (committed.kind !== 'done') return logger.info({ ...about, ms }, 'it was dealt with before');
  sender.push(committed.rows);
  logger.info({ ...about, intent, outcome, ms }, 'turn');
  if (!session || sessions.saves === 'in-transaction') return;
  const saved = await sessions.save(null, citizenId, session.state, session.version);
  if (saved.kind === 'lost') logger.error(about, 'a conversation was written by another meanwhile');
}
