import type { Update } from 'grammy/types';
import type { Kysely } from 'kysely';
import { NEW_STATE } from '../dialogue/state.ts';
import type { Incoming } from '../dialogue/turn.ts';
import { UpstreamError } from '../errors.ts';
import { type CommitTools, commitTurn, type Origin } from './commit-turn.ts';
import { conversationAt } from './conversation.ts';
import { apology, type Decided, type DecisionTools, decideTurn, TooSlow } from './decide-turn.ts';
import { countFailedTry, givenUp, MOST_DEATHS, MOST_TRIES } from './failed-tries.ts';
import { finish } from './finish-turn.ts';
import type { Place } from './line-queue.ts';
import type { BotObserver } from './observer.ts';
import { backoff, pause } from './pause.ts';
import type { Sender } from './sender.ts';
import type { Conversation, SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';
import type { Ticket } from './ticket.ts';

/** With its commit a turn stays within eight seconds: Telegram would wait longer, a person hardly. */
export const TURN_MS = 7_000;
const MOST_CONFLICTS = 3;
/** So often a turn may find the database failing before its own part in that is looked into. */
const PATIENCE = 6;

export interface TurnTools extends DecisionTools, CommitTools {
  db: Kysely<BotTables>;
  sessions: SessionStore;
  sender: Pick<Sender, 'push' | 'drop'>;
  observer: BotObserver;
  now: () => Date;
  /** Told why turns cannot be committed now, and null once they can again. */
  storageIs: (problem: string | null) => void;
}

export interface Letter extends Origin {
  update: Update;
  updateId: number;
  incoming: Omit<Incoming, 'now'>;
}

/** How long a turn may wait and take. */
export interface Patience {
  /** Ends the waiting for its turn and for a database. */
  waiting: AbortSignal;
  /** When it has to be decided, by `performance.now()`; Infinity: `TURN_MS` after it has begun. */
  decidedBefore: number;
}

/** What has become of a turn so far. */
interface Course {
  /** When it arrived, or its last outage was over. */
  began: number;
  /** When its turn came, from where on it may take `TURN_MS`: waiting for those before it is not counted. */
  cameAt?: number | undefined;
  conflicts: number;
  outages: number;
  bug?: unknown;
}

/**
 * Takes a citizen's turn when it comes, until it is committed, and hands its messages to the sender. Without a
 * database it waits for one: the update stays with Telegram, and nothing is said that might not come true.
 *
 * @returns false when the waiting was ended and the update has to come again
 */
export async function handleCitizen(
  letter: Letter,
  ticket: Ticket,
  tools: TurnTools,
  patience: Patience,
): Promise<boolean> {
  const { logger, storageIs } = tools;
  const course: Course = { began: performance.now(), conflicts: 0, outages: 0 };
  for (let place = await ticket.turn(); place; place = await ticket.turn()) {
    try {
      if (await isOver(letter, { place, ticket, course, patience }, tools)) {
        storageIs(null);
        return true;
      }
    } catch (error) {
      storageIs('turns cannot be committed to the database');
      logger.error({ err: error, update: letter.update }, 'a turn waits for the database');
      course.outages++;
      await pause(backoff(course.outages, 200, 5_000), patience.waiting);
      course.began = performance.now();
      course.cameAt = undefined;
    }
  }
  return false;
}

interface Attempt {
  place: Place;
  ticket: Ticket;
  course: Course;
  patience: Patience;
}

/** Tries once. False: take the turn again. Throws when the database fails. */
async function isOver(letter: Letter, attempt: Attempt, tools: TurnTools): Promise<boolean> {
  const { place, course } = attempt;
  if (place.isClaimed) {
    tools.logger.info({ update: letter.update }, 'it was dealt with before');
    return true;
  }
  const conversation = await conversationAt(place, letter.incoming.citizenId, tools);
  try {
    return await commit(letter, attempt, await decide(letter, attempt, conversation, tools), tools);
  } catch (error) {
    if (error instanceof UpstreamError) {
      return await apologiseIfSuspect(error, letter, attempt, conversation, tools);
    }
    if (isGivenUp(attempt)) throw error;
    course.bug = error;
    await countFailedTry(tools.db, letter);
    return false;
  }
}

function isGivenUp({ place, course }: Attempt): boolean {
  return place.tries >= (course.bug === undefined ? MOST_DEATHS : MOST_TRIES);
}

async function decide(
  letter: Letter,
  attempt: Attempt,
  conversation: Conversation,
  tools: TurnTools,
): Promise<Decided> {
  const { place, course, patience } = attempt;
  const incoming = { ...letter.incoming, now: tools.now() };
  if (isGivenUp(attempt)) {
    return givenUp(course.bug, letter.update, incoming, { ...conversation, ...place }, tools);
  }
  if (course.conflicts >= MOST_CONFLICTS) {
    const failure = new TooSlow('others were faster every time');
    return apology(failure, localeOf(conversation), incoming, tools);
  }
  course.cameAt ??= performance.now();
  const until = Math.min(course.cameAt + TURN_MS, patience.decidedBefore);
  // Cleared once it is decided: a signal that runs out by itself would do so long after nearly every turn.
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), Math.max(1, until - performance.now()));
  try {
    return await decideTurn(incoming, conversation, tools, limit.signal);
  } finally {
    clearTimeout(timer);
  }
}

async function commit(
  letter: Letter,
  { place, ticket, course }: Attempt,
  decided: Decided,
  tools: TurnTools,
): Promise<boolean> {
  const committed = await commitTurn(tools.db, letter, place, decided, tools);
  if (committed.kind === 'conflict') course.conflicts++;
  if (committed.kind === 'conflict' || committed.kind === 'fenced') return false;
  finish({ update: letter.update, began: course.began }, decided, committed, ticket, tools);
  return true;
}

/**
 * If an apology can be committed right after the turn has failed once more, the database is well and this turn
 * alone brings it to its knees. A database that has just come back is given the turn first.
 */
async function apologiseIfSuspect(
  error: UpstreamError,
  letter: Letter,
  attempt: Attempt,
  conversation: Conversation,
  tools: TurnTools,
): Promise<boolean> {
  const { outages } = attempt.course;
  if (outages === 0 || outages % PATIENCE !== 0) throw error;
  const incoming = { ...letter.incoming, now: tools.now() };
  const failure = new UpstreamError('this turn fails every time', { cause: error });
  const sorry = apology(failure, localeOf(conversation), incoming, tools);
  return await commit(letter, attempt, sorry, tools);
}

function localeOf({ state }: Conversation) {
  return (state ?? NEW_STATE).locale;
}
