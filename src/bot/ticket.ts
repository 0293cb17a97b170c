import type { Kysely } from 'kysely';
import type { ForsakenTickets } from './forsaken-tickets.ts';
import {
  isOfSameWorker,
  type Lines,
  leaveLine,
  type Place,
  removeDead,
  type Standing,
  whoIsAhead,
} from './line-queue.ts';
import type { LocalLines } from './local-lines.ts';
import type { Slots } from './slots.ts';
import type { BotTables } from './tables.ts';

/** How often to look whether a turn on another worker has ended. */
const FIRST_LOOK_MS = 20;
const LATER_LOOKS_MS = 200;

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

export interface TicketTools {
  db: Kysely<BotTables>;
  /** The lines in the database. */
  queue: Lines;
  lines: LocalLines;
  forsaken: ForsakenTickets;
  /** For turns at once. */
  hands: Slots;
  /** For turns that have failed before: alone, so that it is known which one kills the process. */
  careful: Slots;
  /** Tries until the database has done it; null when the signal came first. */
  surely<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T | null>;
  /** Like `surely`, and once even when the bot is stopping. */
  atLeastOnce(work: () => Promise<void>): Promise<unknown>;
}

export function createTicket(standing: Standing, signal: AbortSignal, tools: TicketTools): Ticket {
  const { db, lines, surely } = tools;
  const mine = lines.enter(standing.line, standing.ticket);
  const approach = createApproach(standing, signal, tools);
  let saving: Promise<'saved' | 'not-saved'> | null = null;
  let looks = 0;
  let before = '';

  /** One of our own that came to the database only when it had been given up here: no need to wait until it is taken out. */
  const isForsaken = (ticket: string) =>
    isOfSameWorker(ticket, standing.ticket) && !lines.isHeld(standing.line, ticket);

  /** One step nearer to the turn. */
  async function step(): Promise<Place | null> {
    if (!approach.isIn()) return lines.inOrder(standing.line, approach.join);
    if (approach.hasHand()) return approach.begin();
    const ahead = await surely(() => whoIsAhead(db, standing), signal);
    switch (ahead?.kind) {
      case 'nobody':
        return approach.begin();
      case 'lost':
        approach.isOut();
        break;
      case 'dead':
        await surely(() => removeDead(db, standing, ahead.ticket), signal);
        break;
      case 'living':
        if (isForsaken(ahead.ticket)) {
          await surely(() => leaveLine(db, { ...standing, ticket: ahead.ticket }, false), signal);
          break;
        }
        looks = ahead.ticket === before ? looks + 1 : 0;
        before = ahead.ticket;
        await lines.sleep(mine, Math.min(FIRST_LOOK_MS * 2 ** looks, LATER_LOOKS_MS), signal);
    }
    return null;
  }

  let first: Promise<Place | null> | null = lines.inOrder(standing.line, approach.join);
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
    hasLeft: approach.isOut,
    leaveAfter(work) {
      saving = work;
    },
    async leave() {
      await first;
      approach.letGo();
      const isSaved = (await saving) === 'saved';
      if (approach.isIn()) await tools.atLeastOnce(() => leaveLine(db, standing, isSaved));
      lines.exit(mine);
      if (approach.mayArrive()) tools.forsaken.watch(standing);
    },
  };
}

/** A ticket's way into its line and to a hand that is free for it. */
function createApproach(
  standing: Standing,
  signal: AbortSignal,
  { queue, hands, careful, surely }: TicketTools,
) {
  let held: Slots | null = null;
  let isIn = false;
  /** An attempt failed, and nobody knows how far it came. */
  let mayArrive = false;

  const letGo = () => {
    held?.free();
    held = null;
  };
  const joinOnce = (mayBegin: boolean) =>
    queue.join(standing, mayBegin).catch((error) => {
      mayArrive = true;
      throw error;
    });
  const beginWith = (isCareful: boolean) => surely(() => queue.begin(standing, isCareful), signal);

  return {
    letGo,
    isIn: () => isIn,
    mayArrive: () => mayArrive,
    isOut() {
      isIn = false;
    },
    hasHand: () => held !== null,

    async join(): Promise<Place | null> {
      if (!held && hands.tryTake()) held = hands;
      const mayBegin = held !== null;
      const joined = await surely(async () => ({ place: await joinOnce(mayBegin) }), signal);
      isIn ||= joined !== null;
      if (joined?.place) return joined.place;
      letGo();
      return null;
    },

    async begin(): Promise<Place | null> {
      if (held) {
        const again = await beginWith(true);
        if (!again) letGo();
        return again;
      }
      for (const slots of [hands, careful]) {
        if (!(await slots.take(signal))) return null;
        held = slots;
        const begun = await beginWith(slots === careful);
        if (begun) return begun;
        letGo();
      }
      return null;
    },
  };
}
