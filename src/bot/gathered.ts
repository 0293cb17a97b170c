/**
 * Lets one run of the work go at a time. What is asked for meanwhile goes together in the next run, so that
 * under load many small errands become few.
 */
export function gathered<T>(
  work: (items: T[]) => Promise<void>,
): (items: readonly T[]) => Promise<void> {
  let isRunning = false;
  let next: { items: T[]; over: PromiseWithResolvers<void> } | null = null;

  async function runNext(): Promise<void> {
    isRunning = true;
    while (next) {
      const { items, over } = next;
      next = null;
      await work(items).then(over.resolve, over.reject);
    }
    isRunning = false;
  }

  return (items) => {
    next ??= { items: [], over: Promise.withResolvers<void>() };
    next.items.push(...items);
    const { promise } = next.over;
    if (!isRunning) void runNext();
    return promise;
  };
}
