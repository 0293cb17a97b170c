import { join } from 'node:path';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import { type Bot, type BotOptions, createBot } from '../../src/bot/bot.ts';
import { databaseSessions } from '../../src/bot/database-sessions.ts';
import type { BotTables } from '../../src/bot/tables.ts';
import { retryConflicts } from '../../src/database/conflicts.ts';
import { NEW_STATE, type State } from '../../src/dialogue/state.ts';
import type { Effect, Incoming, Reply, TakeTurn, Turn } from '../../src/dialogue/turn.ts';
import { createLogger } from '../../src/logger.ts';
import { say } from '../../src/wording/sentence.ts';
import { createWording } from '../../src/wording/wording.ts';
import type { BotApiServer } from './bot-api-server.ts';

export const LOCALES = join(import.meta.dirname, '../../locales');
export const wording = createWording(LOCALES);

/** The bot's tables and one in which a test's effects leave their mark. */
export interface EdgeTables extends BotTables {
  effects_done: { draft_id: string };
}

export async function makeEffectsTable(db: Kysely<EdgeTables>): Promise<void> {
  await sql`create table if not exists effects_done (draft_id text not null)`.execute(db);
}

export async function markEffect(
  tx: Transaction<EdgeTables>,
  effect: Effect,
): Promise<'done' | 'conflict'> {
  if (effect.kind !== 'release-hold') throw new Error(`unexpected effect ${effect.kind}`);
  await tx.insertInto('effects_done').values({ draft_id: effect.draftId }).execute();
  return 'done';
}

export async function effectsDone(db: Kysely<EdgeTables>, draftId: string): Promise<number> {
  const rows = db.selectFrom('effects_done').select('draft_id').where('draft_id', '=', draftId);
  return (await rows.execute()).length;
}

/** A reply that shows this text. */
export function saying(text: string): Reply {
  return { lines: [say('welcome', { city: text })] };
}

export function turn(replies: Reply[], effects: Effect[] = [], state: State = NEW_STATE): Turn {
  // English, so that figures come back as they were given.
  return {
    state: { ...state, locale: 'en' },
    replies,
    effects,
    intent: 'help',
    outcome: 'answered',
  };
}

/** What the citizen wrote or pressed. */
export function wordsOf({ input }: Incoming): string {
  if (input.kind === 'text') return input.text;
  return input.kind === 'press' ? input.action : input.kind;
}

/** Answers every message with its own words and one effect that bears them. */
export const echo: TakeTurn = async (state, incoming) => {
  const words = wordsOf(incoming);
  return turn([saying(`<${words}>`)], [{ kind: 'release-hold', draftId: words }], state);
};

export interface EdgeBot extends Bot {
  /** All that was logged so far. */
  log(): string;
}

/** A bot like the app's, with the dialogue replaced. */
export function edgeBot(
  api: BotApiServer,
  db: Kysely<EdgeTables>,
  options: Partial<BotOptions<EdgeTables>> = {},
): EdgeBot {
  const { logger, log } = recordingLogger([api.token]);
  const bot = createBot<EdgeTables>({
    token: api.token,
    apiRoot: api.root,
    logger,
    db,
    sessions: databaseSessions(db, logger),
    takeTurn: echo,
    performEffect: markEffect,
    retryConflicts,
    wording,
    now: () => new Date('2026-11-21T08:00:00Z'),
    onFatal: (error) => {
      throw error;
    },
    ...options,
  });
  return { ...bot, log };
}

export function recordingLogger(secrets: string[] = []): { logger: Logger; log: () => string } {
  let text = '';
  const write = (line: string) => {
    text += line;
  };
  return {
    logger: createLogger({ level: 'trace', secrets, destination: { write } }),
    log: () => text,
  };
}
