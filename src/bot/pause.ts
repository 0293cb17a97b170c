/** Waits, or until the signal is given; never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** How long to wait before the next try: doubling from `first`, at most `most`, spread so that many don't come at once. */
export function backoff(failures: number, first = 500, most = 30_000): number {
  return Math.min(most, first * 2 ** Math.min(failures - 1, 20)) * (0.5 + Math.random() / 2);
}

/** Waits for the work to end, however it ends, or for the time to be over. */
export async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const over = new AbortController();
  const ended = Promise.resolve(work).then(
    () => {},
    () => {},
  );
  await Promise.race([ended, pause(ms, over.signal)]);
  over.abort();
}
