import type { RawApi } from 'grammy';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { inBatches } from '../in-batches.ts';
import { closeChat } from './closed-chats.ts';
import { lookIntoOutbox, nextBulk, ownRows, type Sending, takeOver } from './fleet-outbox.ts';
import type { BotObserver } from './observer.ts';
import { removeFromOutbox } from './outbox.ts';
import { createPacing } from './pacing.ts';
import { atMost, pause } from './pause.ts';
import type { Assets } from './send-row.ts';
import { createSender, type Sender } from './sender.ts';
import type { BotTables } from './tables.ts';
import type { Worker } from './workers.ts';

/** Sends what lies in the outbox for this worker: its own messages, those of dead workers, and bulk. */
export interface Dispatch extends Sender {
  /** Sends what others left, then looks for more again and again. */
  start(): Promise<void>;
  /** There is something new in the outbox; it need not wait for the next look. */
  wake(): void;
}

export interface DispatchParts {
  calls: RawApi;
  db: Kysely<BotTables>;
  durable: Kysely<BotTables>;
  botId: number;
  worker: Worker;
  logger: Logger;
  assets: Assets;
  onClosed?: (chatId: number) => Promise<void>;
  onTopicGone?: (topic: { groupId: number; threadId: number }) => void;
  observer?: Pick<BotObserver, 'sent'>;
}

/** With the four seconds after which a worker counts as dead, its citizens are answered within five. */
const LOOK_EVERY_MS = 750;
/** After an outage of the database all workers say again that they live; until then they seem dead to each other. */
const SETTLING_MS = 1_500;
/** More than is sent until the next look. */
const BULK_IN_HAND = 60;

export function createDispatch(parts: DispatchParts): Dispatch {
  const { calls, db, durable, botId, worker, logger, assets, observer, onTopicGone } = parts;
  const sending: Sending = { botId, workerId: worker.id };
  const stopping = new AbortController();
  let looking: Promise<void> | undefined;
  let called = new AbortController();

  const onClosed = (chatId: number) => {
    const noted = [closeChat(db, { botId, chatId }), parts.onClosed?.(chatId)];
    void Promise.all(noted).catch((error) => {
      logger.error({ err: error }, 'a closed chat was not noted');
    });
  };
  const remove = inBatches(async (ids: readonly number[]) => {
    await removeFromOutbox(durable, ids);
    return ids;
  });
  const sender = createSender(calls, logger, {
    remove: async (ids) => void (await Promise.all(ids.map(remove))),
    stillOurs: async (ids) => new Set((await ownRows(db, sending, ids)).map(({ id }) => id)),
    pacing: createPacing(db, botId, worker),
    assets,
    onClosed,
    ...(observer && { onDelivery: observer.sent }),
    ...(onTopicGone && { onTopicGone }),
  });

  async function look({ takesOver }: { takesOver: boolean }): Promise<void> {
    // What is sent while we look was in hand before.
    const before = sender.inHand();
    const { mine, hasOrphans, hasBulk } = await lookIntoOutbox(db, sending);
    if (hasOrphans && takesOver) sender.push(await takeOver(db, sending));
    const lost = mine.filter((id) => !before.replies.has(id));
    if (lost.length > 0) sender.push(await ownRows(db, sending, lost));
    if (hasBulk) await pushBulk();
  }

  async function pushBulk(): Promise<void> {
    const inHand = [...sender.inHand().bulk];
    const limit = BULK_IN_HAND - inHand.length;
    if (limit > 0) sender.push(await nextBulk(db, sending, { limit, inHand }));
  }

  async function lookOn(): Promise<void> {
    while (!stopping.signal.aborted) {
      await pause(LOOK_EVERY_MS, called.signal);
      called = new AbortController();
      if (stopping.signal.aborted || worker.isStale()) continue;
      const takesOver = performance.now() - worker.aliveSince() > SETTLING_MS;
      await look({ takesOver }).catch((error) => {
        logger.warn({ err: error }, 'the outbox could not be looked into');
      });
    }
  }

  return {
    ...sender,
    async start() {
      await look({ takesOver: true });
      looking = lookOn();
    },
    wake: () => called.abort(),
    drop(chatId) {
      sender.drop(chatId);
      onClosed(chatId);
    },
    async stop(patienceMs) {
      stopping.abort();
      called.abort();
      await Promise.all([atMost(patienceMs, looking), sender.stop(patienceMs)]);
    },
  };
}
