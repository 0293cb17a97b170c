import type { Kysely } from 'kysely';
import { createGate } from './gate.ts';
import type { OutboxRow } from './outbox.ts';
import { pauseBulk, takeBulkTurn, takeGroupTurn } from './pace.ts';
import { pause } from './pause.ts';
import type { BotTables } from './tables.ts';
import type { Worker } from './workers.ts';

/** When a message may leave. Each wait says whether the message is still this worker's to send. */
export interface Pacing {
  /** Waits until the chat takes another message of this kind. */
  chatsTurn(row: OutboxRow, signal: AbortSignal): Promise<boolean>;
  /** Waits for the fleet's turn; to be asked right before sending. `heldSince` is by `performance.now()`. */
  turn(row: OutboxRow, heldSince: number, signal: AbortSignal): Promise<boolean>;
  /** Telegram has asked for so many milliseconds: bulk is held over the whole fleet, a reply holds its own chat. */
  hold(row: OutboxRow, milliseconds: number, signal: AbortSignal): Promise<void>;
}

const BETWEEN_BULK_TO_A_CHAT_MS = 1_000;

export function createPacing(
  db: Kysely<BotTables>,
  botId: number,
  worker: Pick<Worker, 'id' | 'aliveSince'>,
): Pacing {
  const sending = { botId, workerId: worker.id };
  const oneAtATime = createGate(1);
  const lastToChat = createLastTimes(BETWEEN_BULK_TO_A_CHAT_MS);

  /** Only one turn is ever taken ahead, so that a pause asked for by Telegram begins with the next message. */
  const bulkTurn = (signal: AbortSignal) =>
    oneAtATime(async () => {
      const wait = signal.aborted ? null : await takeBulkTurn(db, sending);
      if (wait === null) return false;
      await pause(wait, signal);
      return !signal.aborted;
    });

  return {
    async chatsTurn({ bulk, chatId }, signal) {
      if (bulk) await pause(lastToChat.waitFor(chatId), signal);
      else if (isGroup(chatId)) await pause(await takeGroupTurn(db, { botId, chatId }), signal);
      return !signal.aborted;
    },
    async turn({ bulk, chatId }, heldSince, signal) {
      const isOurs = bulk ? await bulkTurn(signal) : heldSince >= worker.aliveSince();
      if (isOurs) lastToChat.note(chatId);
      return isOurs;
    },
    async hold({ bulk }, milliseconds, signal) {
      if (bulk) await pauseBulk(db, sending, milliseconds);
      else await pause(milliseconds, signal);
    },
  };
}

/** Telegram gives groups negative numbers. */
function isGroup(chatId: number): boolean {
  return chatId < 0;
}

/** Remembers for so long when a chat was last sent something. */
function createLastTimes(keptMs: number) {
  const times = new Map<number, number>();
  return {
    note(chatId: number): void {
      const now = performance.now();
      times.delete(chatId);
      times.set(chatId, now);
      for (const [oldest, at] of times) {
        if (at > now - keptMs) break;
        times.delete(oldest);
      }
    },
    waitFor: (chatId: number) =>
      Math.max(0, (times.get(chatId) ?? Number.NEGATIVE_INFINITY) + keptMs - performance.now()),
  };
}
