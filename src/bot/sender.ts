import type { RawApi } from 'grammy';
import type { Logger } from 'pino';
import { type Delivery, deliver } from './deliver.ts';
import { createGate } from './gate.ts';
import type { OutboxRow } from './outbox.ts';
import type { Outgoing } from './outgoing.ts';
import type { Pacing } from './pacing.ts';
import { atMost, backoff, pause } from './pause.ts';
import { type Assets, sendRow } from './send-row.ts';

/** Requests to Telegram at once, for replies and for bulk; a chat that has to wait takes up none of them. */
const CALLS_AT_ONCE = 30;
const REMOVAL_ATTEMPTS = 5;
/** How often a worker that was taken for dead asks whether what it holds is still its own. */
const ASK_AGAIN_MS = 100;

export interface Sender {
  /** Queues committed messages: in order within a chat, chats side by side. What is in hand already is left alone. */
  push(rows: OutboxRow[]): void;
  /** The rows in hand: queued, being sent, or being taken out of the outbox. */
  inHand(): { replies: Set<number>; bulk: Set<number> };
  /** Forgets what waits for a chat that has blocked the bot. */
  drop(chatId: number): void;
  /** Sends replies on for so long; the rest and the bulk stay in the outbox. */
  stop(patienceMs: number): Promise<void>;
}

export interface SenderParts {
  /** Takes sent messages out of the outbox. */
  remove: (ids: number[]) => Promise<void>;
  /** Which of these replies no other worker has taken over. */
  stillOurs: (ids: number[]) => Promise<ReadonlySet<number>>;
  pacing: Pacing;
  assets: Assets;
  onDelivery?: (method: Outgoing['method'], delivery: Delivery) => void;
  onClosed?: (chatId: number) => void;
  /** Staff have deleted a topic that something was to be told in. */
  onTopicGone?: (topic: { groupId: number; threadId: number }) => void;
}

/** The messages to one chat, of one kind: a reply does not wait behind bulk. */
interface Lane {
  chatId: number;
  /** By `performance.now()`: when the first of them came. */
  heldSince: number;
  rows: OutboxRow[];
}

export function createSender(
  calls: RawApi,
  logger: Logger,
  { remove, stillOurs, pacing, assets, onDelivery, onClosed, onTopicGone }: SenderParts,
): Sender {
  const lanes = new Map<string, Lane>();
  const inHand = { replies: new Set<number>(), bulk: new Set<number>() };
  const running = new Set<Promise<void>>();
  const ends = { replies: new AbortController(), bulk: new AbortController() };
  const endOf = (row: OutboxRow) => ends[kindOf(row)].signal;
  const gates = { replies: createGate(CALLS_AT_ONCE), bulk: createGate(CALLS_AT_ONCE) };
  const kindOf = ({ bulk }: OutboxRow) => (bulk ? 'bulk' : 'replies');

  /** The place is kept until the row is gone: a crash repeats no more messages than there are places. */
  const send = async (row: OutboxRow, { heldSince }: Lane) => {
    if (!(await pacing.chatsTurn(row, endOf(row)))) return 'not-ours';
    return gates[kindOf(row)](async () => {
      if (!(await pacing.turn(row, heldSince, endOf(row)))) return 'not-ours';
      await sendRow(row, calls, { assets, logger, ...(onTopicGone && { onTopicGone }) });
      await removeSurely([row.id]);
      return 'sent';
    });
  };

  async function drain(name: string, lane: Lane): Promise<void> {
    for (let row = lane.rows[0]; row && !endOf(row).aborted; row = lane.rows[0]) {
      const tools = { send: () => send(row, lane), pacing, logger };
      const delivery = await deliver(row, tools, endOf(row));
      if (delivery === 'interrupted') return;
      if (delivery === 'not-ours' && !row.bulk) {
        await keepOurs(lane, endOf(row));
        continue;
      }
      onDelivery?.(row.message.method, delivery);
      if (delivery === 'closed') onClosed?.(lane.chatId);
      const isWhole = delivery === 'closed' || delivery === 'not-ours';
      const done = lane.rows.splice(0, isWhole ? lane.rows.length : 1);
      if (delivery === 'refused' || delivery === 'closed') await removeSurely(idsOf(done));
      letGo(done);
    }
    lanes.delete(name);
  }

  /** What is still ours stays where it is: were it dropped and found again, what came later would be sent before it. */
  async function keepOurs(lane: Lane, signal: AbortSignal): Promise<void> {
    await pause(ASK_AGAIN_MS, signal);
    const asked = performance.now();
    const held = [...lane.rows];
    const ours = await stillOurs(idsOf(held)).catch(() => null);
    if (!ours) return;
    const gone = new Set(held.filter(({ id }) => !ours.has(id)));
    lane.rows = lane.rows.filter((row) => !gone.has(row));
    lane.heldSince = asked;
    letGo([...gone]);
  }

  function letGo(rows: OutboxRow[]): void {
    for (const row of rows) inHand[kindOf(row)].delete(row.id);
  }

  /** A row that stays behind is sent a second time by whoever finds it. */
  async function removeSurely(ids: number[]): Promise<void> {
    for (let attempt = 1; attempt <= REMOVAL_ATTEMPTS; attempt++) {
      try {
        return await remove(ids);
      } catch (error) {
        logger.warn({ err: error }, 'a sent message could not be taken out of the outbox');
        await pause(backoff(attempt, 100, 2_000), ends.replies.signal);
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
        const held = inHand[kindOf(row)];
        if (held.has(row.id)) continue;
        held.add(row.id);
        const name = `${kindOf(row)} ${row.chatId}`;
        const lane = lanes.get(name);
        if (lane) lane.rows.push(row);
        else {
          const fresh = { chatId: row.chatId, heldSince: performance.now(), rows: [row] };
          lanes.set(name, fresh);
          track(drain(name, fresh));
        }
      }
    },
    inHand: () => ({ replies: new Set(inHand.replies), bulk: new Set(inHand.bulk) }),
    drop(chatId) {
      for (const kind of ['replies', 'bulk']) {
        // The first one is being sent and finds out by itself.
        const dropped = lanes.get(`${kind} ${chatId}`)?.rows.splice(1) ?? [];
        if (dropped.length === 0) continue;
        track(removeSurely(idsOf(dropped)).then(() => letGo(dropped)));
      }
    },
    async stop(patienceMs) {
      ends.bulk.abort();
      await atMost(patienceMs, allSent());
      ends.replies.abort();
    },
  };
}

function idsOf(rows: OutboxRow[]): number[] {
  return rows.map(({ id }) => id);
}
