import type { Update, UserFromGetMe } from 'grammy/types';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { TakeTurn } from '../dialogue/turn.ts';
import { type SetupError, UpstreamError } from '../errors.ts';
import type { Wording } from '../wording/wording.ts';
import { checkToken } from './check-token.ts';
import type { PerformEffect } from './commit-turn.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { handleUpdate, type UpdateTools } from './handle-update.ts';
import { introduce } from './introduce.ts';
import { createLetters, type Letters } from './letters.ts';
import { createLines } from './lines.ts';
import { createOperatorDesk } from './operator-desk.ts';
import { forgetTopic } from './operator-topics.ts';
import { type OwnTurn, takeOwnTurn } from './own-turn.ts';
import { atMost } from './pause.ts';
import { createPolling, type Polling } from './poll-updates.ts';
import { lineOf, readUpdate } from './read-update.ts';
import type { Assets } from './send-row.ts';
import type { SessionStore } from './sessions.ts';
import type { BotTables } from './tables.ts';
import { createTelegram } from './telegram.ts';
import { createWorker } from './workers.ts';

export interface BotOptions<Tables extends BotTables> {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  logger: Logger;
  db: Kysely<Tables>;
  /** No other process can have this database open. */
  isOnly?: boolean;
  sessions: SessionStore;
  takeTurn: TakeTurn;
  performEffect: PerformEffect<Tables>;
  wording: Wording;
  /** The forum group in which staff answer citizens. */
  operatorsChatId?: number;
  /** The files of the pictures it may be asked to send. */
  assets?: Assets;
  /** The chat takes nothing from the bot any more: its person has blocked it, say. */
  onClosed?: (chatId: number) => Promise<void>;
  now: () => Date;
  /** The intake has stopped for good: another process polls with this token, or the token was revoked. */
  onFatal: (error: SetupError) => void;
}

export type Health = { ok: true } | { ok: false; reason: string };

export interface Bot {
  letters: Letters;
  /** A turn no update asks for, in order with those of its chat; see `takeOwnTurn`. */
  takeOwnTurn(turn: Omit<OwnTurn, 'botId'>): Promise<'done' | 'not-yet'>;
  /** Checks the token, sends what a former run left, begins to take in updates, sets the menu. */
  start(): Promise<void>;
  /** Finishes the turns and messages in hand, within 5 seconds. What is left comes again after the next start. */
  stop(): Promise<void>;
  /** Whether updates are coming in and can be answered. */
  healthy(): Health;
}

const TURNS_AT_ONCE = 32;
/** Together with the last confirmation under the five seconds a stop may take. */
const TURNS_MAY_TAKE_MS = 3_000;
const SENDING_MAY_TAKE_MS = 1_000;
const CONFIRMING_MAY_TAKE_MS = 500;

/** The messenger's edge: takes updates in, has their turns taken, sends the answers, each once and in order. */
export function createBot<Tables extends BotTables>(options: BotOptions<Tables>): Bot {
  const { logger, wording } = options;
  const db = options.db as unknown as Kysely<BotTables>;
  const telegram = createTelegram(options.token, options.apiRoot);
  const stopping = new AbortController();
  const lines = createLines(TURNS_AT_ONCE);
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
  let begun: { self: UserFromGetMe; dispatch: Dispatch } | null = null;
  let storageProblem: string | null = null;
  let polling: Polling | undefined;
  let intake: Promise<void> | undefined;

  const beginWith = (self: UserFromGetMe) => ({
    self,
    dispatch: createDispatch({
      ...options,
      calls: telegram.calls,
      db,
      botId: self.id,
      worker,
      assets: options.assets ?? {},
      onTopicGone: topicGone,
    }),
  });

  const toolsFor = ({ self, dispatch }: NonNullable<typeof begun>): UpdateTools => ({
    ...options,
    db,
    workerId: worker.id,
    performEffect: options.performEffect as unknown as PerformEffect<BotTables>,
    sender: dispatch,
    self,
    calls: telegram.calls,
    ...(operators && { operators }),
    stumbled: new Set(),
    stopping: stopping.signal,
    storageIs: (problem) => {
      storageProblem = problem;
    },
  });

  /** Resolves when the update may be confirmed; never, when it has to come again. */
  async function receive(update: Update, tools: UpdateTools): Promise<void> {
    const arrival = readUpdate(update, tools.self, options.operatorsChatId);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    lines.enter(arrival.line, () =>
      handleUpdate(update, arrival, tools).then((isDone) => {
        if (isDone) resolve();
      }, reject),
    );
    await promise;
  }

  const started = () => {
    if (!begun) throw new UpstreamError('the token has not been checked yet');
    return begun;
  };

  return {
    letters: createLetters({
      ...options,
      botId: () => started().self.id,
      send: () => started().dispatch.wake(),
    }),

    async takeOwnTurn(turn) {
      const tools = toolsFor(started());
      const { promise, resolve, reject } = Promise.withResolvers<'done' | 'not-yet'>();
      lines.enter(lineOf(turn.chatId), () =>
        takeOwnTurn({ ...turn, botId: tools.self.id }, tools).then(resolve, reject),
      );
      return promise;
    },

    async start() {
      const self = await checkToken(telegram, logger, stopping.signal);
      if (!self) return;
      await worker.start();
      begun = beginWith(self);
      await begun.dispatch.start();
      const tools = toolsFor(begun);
      polling = createPolling(telegram, logger, (update) => receive(update, tools));
      intake = polling.run(stopping.signal).catch(options.onFatal);
      await introduce(telegram.calls, wording, logger);
    },

    async stop() {
      stopping.abort();
      lines.close();
      await atMost(TURNS_MAY_TAKE_MS, lines.idle());
      await begun?.dispatch.stop(SENDING_MAY_TAKE_MS);
      await atMost(CONFIRMING_MAY_TAKE_MS, intake);
      await polling?.confirm(AbortSignal.timeout(CONFIRMING_MAY_TAKE_MS)).catch(() => {});
      await worker.stop();
    },

    healthy() {
      const reason = storageProblem ?? (polling ? polling.problem() : 'the token is being checked');
      return reason === null ? { ok: true } : { ok: false, reason };
    },
  };
}
