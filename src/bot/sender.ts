import type { RawApi } from 'grammy';
import type { Logger } from 'pino';
import { deliver } from './deliver.ts';
import { createGate } from './gate.ts';
import type { OutboxRow } from './outbox.ts';
import { atMost, backoff, pause } from './pause.ts';
import { type Assets, sendRow } from './send-row.ts';

/** Requests to Telegram at once; a chat that has to wait takes up none of them. */
const CALLS_AT_ONCE = 30;
const REMOVAL_ATTEMPTS = 5;

export interface Sender {
  /** Queues committed messages: in order within a chat, chats side by side. */
  push(rows: OutboxRow[]): void;
  /** Forgets what waits for a chat that has blocked the bot. */
  drop(chatId: number): void;
  /** Sends on for so long, then leaves the rest in the outbox. */
  stop(patienceMs: number): Promise<void>;
}

export interface SenderParts {
  /** Takes sent messages out of the outbox. */
  remove: (ids: number[]) => Promise<void>;
  assets: Assets;
  onClosed?: (chatId: number) => void;
  /** Staff have deleted a topic that something was to be told in. */
  onTopicGone?: (topic: { groupId: number; threadId: number }) => void;
}

export function createSender(
  calls: RawApi,
  logger: Logger,
  { remove, assets, onClosed, onTopicGone }: SenderParts,
): Sender {
  const queues = new Map<number, OutboxRow[]>();
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  const gate = createGate(CALLS_AT_ONCE);
  /** The place is kept until the row is gone: a crash repeats no more messages than there are places. */
  const send = (row: OutboxRow) =>
    gate(async () => {
      await sendRow(row, calls, { assets, logger, ...(onTopicGone && { onTopicGone }) });
      await removeSurely([row.id]);
    });

  async function drain(chatId: number, queue: OutboxRow[]): Promise<void> {
    while (queue[0] && !stopping.signal.aborted) {
      const delivery = await deliver(queue[0], send, logger, stopping.signal);
      if (delivery === 'interrupted') return;
      if (delivery === 'closed') onClosed?.(chatId);
      const done = queue.splice(0, delivery === 'closed' ? queue.length : 1);
      if (delivery !== 'sent') await removeSurely(done.map(({ id }) => id));
    }
    queues.delete(chatId);
  }

  /** A row that stays behind is sent a second time after the next start. */
  async function removeSurely(ids: number[]): Promise<void> {
    for (let attempt = 1; attempt <= REMOVAL_ATTEMPTS; attempt++) {
      try {
        return await remove(ids);
      } catch (error) {
        logger.warn({ err: error }, 'a sent message could not be taken out of the outbox');
        await pause(backoff(attempt, 100, 2_000), stopping.signal);
      }
    }
  }

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
  }

  async function allSent(): Promise<void> {
    while (running.size > 0) await Promise.all(running);
  }

  return {
    push(rows) {
      for (const row of rows) {
        const queue = queues.get(row.chatId);
        if (queue) queue.push(row);
        else {
          const fresh = [row];
          queues.set(row.chatId, fresh);
          track(drain(row.chatId, fresh));
        }
      }
    },
    drop(chatId) {
      // The first one is being sent and finds out by itself.
      const dropped = queues.get(chatId)?.splice(1) ?? [];
      if (dropped.length > 0) track(removeSurely(dropped.map(({ id }) => id)));
    },
    async stop(patienceMs) {
      await atMost(patienceMs, allSent());
      stopping.abort();
    },
  };
}
