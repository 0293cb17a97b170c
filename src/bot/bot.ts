import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { Effect, TakeTurn } from '../dialogue/turn.ts';
import type { SetupError } from '../errors.ts';
import type { Wording } from '../wording/wording.ts';
import type { SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';

export interface BotOptions<Tables extends BotTables> {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  logger: Logger;
  db: Kysely<Tables>;
  sessions: SessionStore;
  takeTurn: TakeTurn;
  performEffect: PerformEffect<Tables>;
  wording: Wording;
  now: () => Date;
  /** The intake has stopped for good: another process polls with this token, or the token was revoked. */
  onFatal: (error: SetupError) => void;
}

/** Changes the world in the turn's transaction. `conflict`: it has moved on, take the turn again. */
export type PerformEffect<Tables extends BotTables> = (
  tx: Transaction<Tables>,
  effect: Effect,
  who: { citizenId: string; now: Date },
) => Promise<'done' | 'conflict'>;

export type Health = { ok: true } | { ok: false; reason: string };

export interface Bot {
  /** Checks the token, sends what a former run left, sets the menu, begins to take in updates. */
  start(): Promise<void>;
  /** Finishes the turns and messages in hand, within 5 seconds. What is left comes again after the next start. */
  stop(): Promise<void>;
  /** Whether updates are coming in and can be answered. */
  healthy(): Health;
}
