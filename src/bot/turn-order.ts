import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { createForsakenTickets } from './forsaken-tickets.ts';
import { createLines, type Standing } from './line-queue.ts';
import { createLocalLines } from './local-lines.ts';
import { backoff, pause } from './pause.ts';
import { createSlots } from './slots.ts';
import type { BotTables } from './tables.ts';
import { createTicket, type Ticket } from './ticket.ts';
import type { Worker } from './workers.ts';

const TURNS_AT_ONCE = 32;

export interface TurnOrder {
  /** Goes to the end of the line now; `signal` ends the waiting. */
  arrive(who: Omit<Standing, 'ticket'>, signal: AbortSignal): Ticket;
  /** Resolves when all tickets have been left. */
  idle(): Promise<void>;
}

export interface TurnOrderParts {
  db: Kysely<BotTables>;
  /** A step forward in the line may be lost if the database crashes: it is made again. */
  quick: Kysely<BotTables>;
  worker: Pick<Worker, 'id'>;
  logger: Logger;
  /** Told why no turns can be taken now, and null once they can again. */
  storageIs: (problem: string | null) => void;
  stopping: AbortSignal;
}

/**
 * Turns of one chat are taken one at a time, in order of arrival, whichever workers they have come to; turns of
 * different chats side by side. Whoever waits takes tickets of dead workers out of the line.
 */
export function createTurnOrder(parts: TurnOrderParts): TurnOrder {
  const { db, quick, worker, logger, storageIs, stopping } = parts;
  const leaving = new Set<Promise<void>>();
  let tickets = 0;

  async function surely<T>(
    work: () => Promise<T>,
    signal: AbortSignal,
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

  const tools = {
    db,
    queue: createLines(quick),
    lines: createLocalLines(),
    forsaken: createForsakenTickets(parts),
    hands: createSlots(TURNS_AT_ONCE),
    careful: createSlots(1),
    surely,
    atLeastOnce: (work: () => Promise<void>) => surely(work, stopping, 1),
  };

  return {
    arrive(who, signal) {
      const ticket = `${worker.id}/${++tickets}/${who.updateId ?? ''}`;
      const { leave, ...rest } = createTicket({ ...who, ticket }, signal, tools);
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
