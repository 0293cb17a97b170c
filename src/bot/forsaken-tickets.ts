import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { leaveLine, type Standing } from './line-queue.ts';
import { backoff, pause } from './pause.ts';
import type { BotTables } from './tables.ts';

type Ticket = Pick<Standing, 'line' | 'ticket'>;

const ROUND_MS = 1_000;
const LATER_ROUNDS_MS = 5_000;
/** What was asked over a line that stood still may yet arrive. */
const MAY_ARRIVE_MS = 60_000;
/** More than are given up in that time while the database answers nobody. */
const MOST = 4_000;

/**
 * Tickets that nobody here goes by any more and of which it is not known whether they are in their line, or will yet
 * come into it. Other workers would wait behind them for as long as this one lives.
 */
export interface ForsakenTickets {
  /** Takes it out of its line whenever it is found there, until it can't come any more. */
  watch(ticket: Ticket): void;
}

export interface ForsakenTicketsParts {
  db: Kysely<BotTables>;
  logger: Logger;
  /** After it the others take this worker's tickets for those of a dead one. */
  stopping: AbortSignal;
  /** Of more than so many the oldest are left to whoever comes to their line here. */
  most?: number;
}

export function createForsakenTickets(parts: ForsakenTicketsParts): ForsakenTickets {
  const { db, logger, stopping, most = MOST } = parts;
  /** By ticket, the oldest first. */
  const watched = new Map<string, { line: string; until: number }>();
  let isLooking = false;

  async function lookOnce(): Promise<void> {
    const lookedAt = performance.now();
    const all = [...watched].map(([ticket, { line }]) => ({ line, ticket }));
    for (const found of await thoseInLine(db, all)) await leaveLine(db, found, false);
    for (const [ticket, { until }] of watched) {
      if (until <= lookedAt) watched.delete(ticket);
    }
  }

  async function lookOn(): Promise<void> {
    isLooking = true;
    for (let failures = 0; watched.size > 0; ) {
      const wait = failures === 0 ? ROUND_MS : backoff(failures, ROUND_MS, LATER_ROUNDS_MS);
      await pause(wait, stopping);
      if (stopping.aborted) return;
      try {
        await lookOnce();
        failures = 0;
      } catch (error) {
        failures++;
        logger.warn({ err: error }, 'places given up could not be taken out of their lines');
      }
    }
    isLooking = false;
  }

  return {
    watch({ line, ticket }) {
      const [oldest] = watched.keys();
      if (oldest !== undefined && watched.size >= most) watched.delete(oldest);
      watched.set(ticket, { line, until: performance.now() + MAY_ARRIVE_MS });
      if (!isLooking) void lookOn();
    },
  };
}

async function thoseInLine(db: Kysely<BotTables>, tickets: readonly Ticket[]): Promise<Ticket[]> {
  const { rows } = await sql<Ticket>`
    select line, ticket
    from json_to_recordset(${JSON.stringify(tickets)}::json) as each (line text, ticket text)
    join bot.lines l using (line) where ticket = any (l.queue)`.execute(db);
  return rows;
}
