import { setTimeout as wait } from 'node:timers/promises';

export interface Rounds {
  /** Does not wait for the next round's time. */
  soon(): void;
  /** No round begins any more; the one in hand has a moment to end. */
  stop(): Promise<void>;
}

/** A round that hangs must not keep the process; whatever it does is done in transactions. */
const STOPPING_MAY_TAKE_MS = 1_000;

/** Does its work again and again, one round at a time; a round that fails is left to the next one. */
export function startRounds(options: {
  everyMs: number;
  work: (signal: AbortSignal) => Promise<void>;
  onFailure: (error: unknown) => void;
}): Rounds {
  const { everyMs, work, onFailure } = options;
  const stopping = new AbortController();
  let called = Promise.withResolvers<void>();

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const over = new AbortController();
      const signal = AbortSignal.any([stopping.signal, over.signal]);
      await Promise.race([pause(everyMs, signal), called.promise]);
      over.abort();
      if (stopping.signal.aborted) return;
      called = Promise.withResolvers();
      await work(stopping.signal).catch(onFailure);
    }
  }

  const running = run();
  return {
    soon: () => called.resolve(),
    async stop() {
      stopping.abort();
      const patience = new AbortController();
      await Promise.race([running, pause(STOPPING_MAY_TAKE_MS, patience.signal)]);
      patience.abort();
    },
  };
}

/** Waits, or until the signal is given. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return wait(ms, undefined, { signal }).catch(() => {});
}
