import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Logger } from 'pino';
import {
  beginTurn,
  joinLine,
  leaveLine,
  type Place,
  removeDead,
  type Standing,
  whoIsAhead,
} from './line-queue.ts';
import { backoff, pause } from './pause.ts';
import { SESSION_DAYS } from './sessions.ts';
import { createSlots, type Slots } from './slots.ts';
import type { BotTables } from './tables.ts';
import type { Worker } from './workers.ts';

const TURNS_AT_ONCE = 32;
/** How often to look whether a turn on another worker has ended. */
const FIRST_LOOK_MS = 20;
const LATER_LOOKS_MS = 200;
/** Longer than any turn may take; the ticket before tells when it has left. */
const LONG_MS = 60_000;

/** One turn's place in the line of its chat, over all workers. */
export interface Ticket {
  /**
   * Resolves when the turn has come: nobody is before it, and a hand is free for it. Asked again, it says how
   * things stand now. Null when the ticket's signal came first.
   */
  turn(): Promise<Place | null>;
  /** The turn was committed, and with that the line was left. */
  hasLeft(): void;
  /** The line is left only when the state is where conversations are kept, or can't get there now. */
  leaveAfter(saving: Promise<'saved' | 'not-saved'>): void;
  /** Lets the next one have its turn. Always to be called. */
  leave(): Promise<void>;
}

export interface TurnOrder {
  /** Goes to the end of the line now; `signal` ends the waiting. */
  arrive(who: Omit<Standing, 'ticket'>, signal: AbortSignal): Ticket;
  /** Resolves when all tickets have been left. */
  idle(): Promise<void>;
}

export interface TurnOrderParts {
  db: Kysely<BotTables>;
  worker: Pick<Worker, 'id'>;
  logger: Logger;
  /** Told why no turns can be taken now, and null once they can again. */
  storageIs: (problem: string | null) => void;
  stopping: AbortSignal;
}

/** One of this process's own tickets in a line. */
interface LocalPlace {
  /** Ends its sleep. */
  call: AbortController;
}

const isFresh: RawBuilder<boolean> = sql`s.updated_at > now() - make_interval(days => ${sql.lit(SESSION_DAYS)})`;

/**
 * Turns of one chat are taken one at a time, in order of arrival, whichever workers they have come to; turns of
 * different chats side by side. Whoever waits takes tickets of dead workers out of the line.
 */
export function createTurnOrder(parts: TurnOrderParts): TurnOrder {
  const { db, worker, logger, storageIs, stopping } = parts;
  const hands = createSlots(TURNS_AT_ONCE);
  /** Turns that have failed before go alone: if one of them kills the process, it is known which. */
  const careful = createSlots(1);
  /** In each line the last ticket of ours that goes there: they must not overtake each other on their way. */
  const joining = new Map<string, Promise<unknown>>();
  /** In each line our own tickets in order. Only the first of them looks who is ahead, the others follow it. */
  const ours = new Map<string, LocalPlace[]>();
  const leaving = new Set<Promise<void>>();
  let tickets = 0;

  function createTicket(standing: Standing, signal: AbortSignal): Ticket {
    const { line } = standing;
    const mine = enter(line);
    let held: Slots | null = null;
    let isIn = false;
    let looks = 0;
    let before = '';
    let saving: Promise<'saved' | 'not-saved'> | null = null;

    const letGo = () => {
      held?.free();
      held = null;
    };

    async function join(): Promise<Place | null> {
      if (hands.tryTake()) held = hands;
      const mayBegin = held !== null;
      const joined = await surely(() => joinLine(db, standing, mayBegin, isFresh), signal);
      isIn ||= joined !== null;
      if (joined?.isFirst && mayBegin && joined.place.tries === 0) return joined.place;
      letGo();
      return null;
    }

    async function begin(): Promise<Place | null> {
      const isSecondTime = held !== null;
      for (const slots of isSecondTime ? [held!] : [hands, careful]) {
        if (!isSecondTime && !(await slots.take(signal))) return null;
        held = slots;
        const isCareful = isSecondTime || slots === careful;
        const begun = await surely(() => beginTurn(db, standing, isCareful, isFresh), signal);
        if (begun) return begun;
        letGo();
      }
      return null;
    }

    /** One step nearer to the turn. */
    async function step(): Promise<Place | null> {
      if (!isIn) return inOrder(line, join);
      if (held) return begin();
      const ahead = await surely(() => whoIsAhead(db, standing), signal);
      switch (ahead?.kind) {
        case 'nobody':
          return begin();
        case 'lost':
          isIn = false;
          return null;
        case 'dead':
          await surely(() => removeDead(db, standing, ahead.ticket), signal);
          return null;
        case 'living':
          looks = ahead.ticket === before ? looks + 1 : 0;
          before = ahead.ticket;
          await sleep(line, mine, Math.min(FIRST_LOOK_MS * 2 ** looks, LATER_LOOKS_MS), signal);
      }
      return null;
    }

    let first: Promise<Place | null> | null = inOrder(line, join);
    return {
      async turn() {
        const joined = await first;
        first = null;
        if (joined) return joined;
        while (!signal.aborted) {
          const place = await step();
          if (place) return place;
        }
        return null;
      },
      hasLeft() {
        isIn = false;
      },
      leaveAfter(work) {
        saving = work;
      },
      async leave() {
        await first;
        letGo();
        const isSaved = (await saving) === 'saved';
        if (isIn) await surely(() => leaveLine(db, standing, isSaved), stopping, 1);
        exit(line, mine);
      },
    };
  }

  /** Runs the work until the database has done it. Null when the signal came first. */
  async function surely<T>(
    work: () => Promise<T>,
    signal: AbortSignal,
    /** Tried so often even after the signal. */
    least = 0,
  ): Promise<T | null> {
    for (let failures = 0; !signal.aborted || failures < least; ) {
      try {
        return await work();
      } catch (error) {
        failures++;
        storageIs('the database does not give turns');
        logger.error({ err: error }, 'a place in a line waits for the database');
        await pause(backoff(failures, 200, 5_000), signal);
      }
    }
    return null;
  }

  async function inOrder<T>(line: string, work: () => Promise<T>): Promise<T> {
    const turn = (joining.get(line) ?? Promise.resolve()).then(work);
    joining.set(line, turn);
    try {
      return await turn;
    } finally {
      if (joining.get(line) === turn) joining.delete(line);
    }
  }

  /** Until our own ticket before this one has left, or for a moment if others' are before it: they don't tell. */
  async function sleep(line: string, place: LocalPlace, ms: number, signal: AbortSignal) {
    const isNext = ours.get(line)?.[0] === place;
    place.call = new AbortController();
    await pause(isNext ? ms : LONG_MS, AbortSignal.any([signal, place.call.signal]));
  }

  function enter(line: string): LocalPlace {
    const place = { call: new AbortController() };
    const places = ours.get(line);
    if (places) places.push(place);
    else ours.set(line, [place]);
    return place;
  }

  function exit(line: string, place: LocalPlace): void {
    const places = ours.get(line) ?? [];
    places.splice(places.indexOf(place), 1);
    if (places.length === 0) ours.delete(line);
    places[0]?.call.abort();
  }

  return {
    arrive(who, signal) {
      const ticket = `${worker.id}/${++tickets}/${who.updateId ?? ''}`;
      const { leave, ...rest } = createTicket({ ...who, ticket }, signal);
      return {
        ...rest,
        leave() {
          const left = leave().finally(() => leaving.delete(left));
          leaving.add(left);
          return left;
        },
      };
    },
    async idle() {
      while (leaving.size > 0) await Promise.all(leaving);
    },
  };
}
