import type { Update, UserFromGetMe } from 'grammy/types';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { TakeTurn } from '../dialogue/turn.ts';
import { type SetupError, UpstreamError } from '../errors.ts';
import type { Wording } from '../wording/wording.ts';
import { checkToken } from './check-token.ts';
import { createCommits, type EffectParts } from './commit-statement.ts';
import type { CommitTools, PerformEffect } from './commit-turn.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import type { UpdateTools } from './handle-update.ts';
import { createIntake, type Intake } from './intake.ts';
import { introduce } from './introduce.ts';
import { createLetters, type Letters } from './letters.ts';
import { type BotObserver, NOBODY } from './observer.ts';
import { createOperatorDesk } from './operator-desk.ts';
import { forgetTopic } from './operator-topics.ts';
import { type OwnTurn, takeOwnTurn } from './own-turn.ts';
import { atMost } from './pause.ts';
import { createPolling, type Polling } from './poll-updates.ts';
import { lineOf } from './read-update.ts';
import type { Assets } from './send-row.ts';
import type { SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';
import { createTelegram } from './telegram.ts';
import { createTurnOrder } from './turn-order.ts';
import { createWebhook, type Received, type Webhook, type WebhookSettings } from './webhook.ts';
import { createWorker } from './workers.ts';

export interface BotOptions<Tables extends BotTables> {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  logger: Logger;
  db: Kysely<Tables>;
  /** The same for statements by themselves, one that may be lost if the database crashes and one that lasts; or `db`. */
  lanes?: { quick: Kysely<Tables>; durable: Kysely<Tables> };
  /** No other process can have this database open. */
  isOnly?: boolean;
  sessions: SessionStore;
  takeTurn: TakeTurn;
  performEffect: PerformEffect<Tables>;
  /** Effects that can be part of the committing statement; without it each is performed by itself. */
  effectParts?: EffectParts;
  /** Runs a transaction again that the database broke off because of another. Absent: that is a failed try. */
  retryConflicts?: CommitTools['retryConflicts'];
  wording: Wording;
  /** Absent: long polling. */
  webhook?: WebhookSettings;
  observer?: BotObserver;
  /** The forum group in which staff answer citizens. */
  operatorsChatId?: number;
  /** The files of the pictures it may be asked to send. */
  assets?: Assets;
  /** The chat takes nothing from the bot any more: its person has blocked it, say. */
  onClosed?: (chatId: number) => Promise<void>;
  now: () => Date;
  /** The intake has stopped for good: another process polls with this token, or the token was revoked. */
  onFatal: OnFatal;
}

type OnFatal = (error: SetupError) => void;

export type Health = { ok: true } | { ok: false; reason: string };

export interface Bot {
  /** This process among those of the fleet, from the start on. */
  workerId: string;
  letters: Letters;
  /** The address that opens a chat with the bot and says `/start` with this text. */
  startLink(payload: string): string;
  /** A turn no update asks for, in order with those of its chat; see `takeOwnTurn`. */
  takeOwnTurn(turn: Omit<OwnTurn, 'botId'>): Promise<'done' | 'not-yet'>;
  /** Checks the token, sends what a former run left, begins to take in updates, sets the menu. */
  start(): Promise<void>;
  /** An update that came by webhook. */
  receive(update: Update): Promise<Received>;
  /** Finishes the turns and messages in hand, within 5 seconds. What is left comes again after the next start. */
  stop(): Promise<void>;
  /** Whether updates are coming in and can be answered. */
  healthy(): Health;
}

/** Together with the last confirmation under the five seconds a stop may take. */
const TURNS_MAY_TAKE_MS = 3_000;
const SENDING_MAY_TAKE_MS = 1_000;
const CONFIRMING_MAY_TAKE_MS = 500;
const OWN_TURN_WAITS_MS = 8_000;
/** Longer than turns wait between two tries. To a worker that is not ready nobody brings the update that would prove it well. */
const PROBLEM_LASTS_MS = 6_000;

/** The messenger's edge: takes updates in, has their turns taken, sends the answers, each once and in order. */
export function createBot<Tables extends BotTables>(options: BotOptions<Tables>): Bot {
  const { logger, wording } = options;
  const db = options.db as unknown as Kysely<BotTables>;
  const { quick, durable } = (options.lanes ?? { quick: db, durable: db }) as {
    quick: Kysely<BotTables>;
    durable: Kysely<BotTables>;
  };
  const telegram = createTelegram(options.token, options.apiRoot, logger);
  const stopping = new AbortController();
  const worker = createWorker(db, logger, options);
  const topicGone = (topic: { groupId: number; threadId: number }) =>
    void forgetTopic(db, topic).catch((error) => {
      logger.error({ err: error }, 'a deleted topic was not noted');
    });
  const { operatorsChatId: groupId } = options;
  const operators =
    groupId === undefined
      ? null
      : createOperatorDesk({ groupId, db, calls: telegram.calls, wording, logger });
  let storage: { problem: string | null; at: number } = { problem: null, at: 0 };
  const storageIs = (problem: string | null) => {
    storage = { problem, at: performance.now() };
  };
  const aboutTurns = { db, quick, worker, logger, storageIs };
  const order = createTurnOrder({ ...aboutTurns, stopping: stopping.signal });
  const commits = createCommits(durable, options.effectParts ?? null);
  let begun: { self: UserFromGetMe; dispatch: Dispatch } | null = null;
  let intake: Intake | undefined;
  let source: Source | undefined;
  let webhook: Webhook | undefined;

  const beginWith = (self: UserFromGetMe) => ({
    self,
    dispatch: createDispatch({
      ...options,
      calls: telegram.calls,
      ...{ db, durable },
      botId: self.id,
      worker,
      assets: options.assets ?? {},
      onTopicGone: topicGone,
    }),
  });

  const toolsFor = ({ self, dispatch }: NonNullable<typeof begun>): UpdateTools => ({
    ...options,
    db,
    commits,
    workerId: worker.id,
    performEffect: options.performEffect as unknown as PerformEffect<BotTables>,
    sender: dispatch,
    self,
    calls: telegram.calls,
    ...(operators && { operators }),
    order,
    retryConflicts: options.retryConflicts ?? ((work) => work()),
    observer: options.observer ?? NOBODY,
    storageIs,
  });

  function openIntake(tools: UpdateTools): void {
    const { signal } = stopping;
    intake = createIntake(tools, options.operatorsChatId);
    if (options.webhook) {
      webhook = createWebhook(telegram, logger, options.webhook, { intake, stopping: signal });
      source = openWebhook(webhook, signal, options.onFatal);
    } else {
      const patience = { waiting: signal, decidedBefore: Number.POSITIVE_INFINITY };
      const { take } = intake;
      const polling = createPolling(telegram, logger, (update) => take(update, patience));
      source = openPolling(polling, signal, options.onFatal);
    }
  }

  const started = () => {
    if (!begun) throw new UpstreamError('the token has not been checked yet');
    return begun;
  };

  return {
    startLink: (payload) => `https://t.me/${started().self.username}?start=${payload}`,

    workerId: worker.id,
    letters: createLetters({
      ...options,
      botId: () => started().self.id,
      send: () => started().dispatch.wake(),
    }),

    async takeOwnTurn(turn) {
      const tools = toolsFor(started());
      const { citizenId } = turn;
      const botId = tools.self.id;
      const line = `${botId}:${lineOf(turn.chatId)}`;
      const waiting = AbortSignal.any([stopping.signal, AbortSignal.timeout(OWN_TURN_WAITS_MS)]);
      const ticket = order.arrive({ botId, line, updateId: null, citizenId }, waiting);
      try {
        return await takeOwnTurn({ ...turn, botId }, ticket, tools);
      } finally {
        void ticket.leave();
      }
    },

    async start() {
      const self = await checkToken(telegram, logger, stopping.signal);
      if (!self) return;
      await worker.start();
      begun = beginWith(self);
      await begun.dispatch.start();
      openIntake(toolsFor(begun));
      await introduce(telegram.calls, wording, logger);
    },

    receive: async (update) => (webhook ? webhook.receive(update) : 'busy'),

    async stop() {
      stopping.abort();
      const inHand = Promise.all([intake?.idle(), order.idle()]).then(() => order.idle());
      await atMost(TURNS_MAY_TAKE_MS, inHand);
      await begun?.dispatch.stop(SENDING_MAY_TAKE_MS);
      await source?.close();
      await worker.stop();
    },

    healthy() {
      const isRecent = performance.now() - storage.at < PROBLEM_LASTS_MS;
      const problem = isRecent ? storage.problem : null;
      const reason = problem ?? (source ? source.problem() : 'the token is being checked');
      return reason === null ? { ok: true } : { ok: false, reason };
    },
  };
}

/** Where updates come from. */
interface Source {
  /** Why none come in now; null while they do. */
  problem(): string | null;
  close(): Promise<void>;
}

function openPolling(polling: Polling, signal: AbortSignal, onFatal: OnFatal): Source {
  const running = polling.run(signal).catch(onFatal);
  return {
    problem: polling.problem,
    async close() {
      await atMost(CONFIRMING_MAY_TAKE_MS, running);
      await polling.confirm(AbortSignal.timeout(CONFIRMING_MAY_TAKE_MS)).catch(() => {});
    },
  };
}

function openWebhook(webhook: Webhook, signal: AbortSignal, onFatal: OnFatal): Source {
  const setting = webhook.run(signal).catch(onFatal);
  return { problem: webhook.problem, close: () => atMost(CONFIRMING_MAY_TAKE_MS, setting) };
}
