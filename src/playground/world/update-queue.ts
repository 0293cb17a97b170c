import { Refusal } from '../bot-api/refusal.ts';
import type { Update } from '../bot-api/shapes.ts';

/** The kinds of updates the playground can make. */
export type UpdateKind = Exclude<keyof Update, 'update_id'>;

interface Waiting {
  update: Update;
  onConfirmed: () => void;
}

export interface Fetch {
  offset: number;
  limit: number;
  /** Seconds to wait when nothing is there. */
  timeout: number;
  /** Aborted when the bot hangs up. */
  signal: AbortSignal;
}

export interface UpdateQueue {
  /** Queues an update unless the bot asked not to get its kind; returns its id, or null. */
  add<K extends UpdateKind>(
    kind: K,
    body: NonNullable<Update[K]>,
    onConfirmed?: () => void,
  ): number | null;
  fetch(fetch: Fetch): Promise<Update[]>;
  /** Kinds the bot asked for; an empty list brings back the usual ones. */
  allow(kinds: string[]): void;
  allowed(): string[];
  pending(): number;
  drop(): void;
  close(): void;
}

export function createUpdateQueue({ firstId }: { firstId: number }): UpdateQueue {
  let waiting: Waiting[] = [];
  let allowed: string[] = [];
  let lastId = firstId;
  let poll: { wake: () => void; endWith: (refusal: Refusal) => void } | null = null;

  function confirm(offset: number): void {
    // A negative offset counts from the end and forgets everything before.
    const from = offset < 0 ? (waiting.at(offset)?.update.update_id ?? 0) : offset;
    const confirmed = waiting.filter(({ update }) => update.update_id < from);
    waiting = waiting.filter(({ update }) => update.update_id >= from);
    for (const { onConfirmed } of confirmed) onConfirmed();
  }

  async function waitForUpdate({ timeout, signal }: Fetch): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const own = { wake: resolve, endWith: reject };
    poll = own;
    const timer = setTimeout(resolve, timeout * 1000);
    signal.addEventListener('abort', () => resolve(), { once: true });
    await promise.finally(() => {
      clearTimeout(timer);
      if (poll === own) poll = null;
    });
  }

  return {
    add(kind, body, onConfirmed = () => {}) {
      if (allowed.length > 0 && !allowed.includes(kind)) return null;
      lastId += 1;
      waiting.push({ update: { update_id: lastId, [kind]: body }, onConfirmed });
      poll?.wake();
      return lastId;
    },
    async fetch(fetch) {
      poll?.endWith(
        new Refusal(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      poll = null;
      confirm(fetch.offset);
      if (waiting.length === 0 && fetch.timeout > 0 && !fetch.signal.aborted) {
        await waitForUpdate(fetch);
      }
      return waiting.slice(0, fetch.limit).map(({ update }) => update);
    },
    allow(kinds) {
      allowed = kinds;
    },
    allowed: () => allowed,
    pending: () => waiting.length,
    drop() {
      confirm(Number.POSITIVE_INFINITY);
    },
    close() {
      poll?.wake();
    },
  };
}
