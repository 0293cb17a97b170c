export interface Lines {
  /** Queues a task behind those of the same line. Tasks must not reject. */
  enter(line: string, task: () => Promise<void>): void;
  /** Tasks that have not begun will not begin any more. */
  close(): void;
  /** Resolves when nothing is running. */
  idle(): Promise<void>;
}

/** Lets tasks of one line run one after the other, different lines side by side, at most `limit` at once. */
export function createLines(limit: number): Lines {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  /** Lines with something to do and nothing running. */
  const ready = new Set<string>();
  const running = new Set<Promise<void>>();

  function next(): void {
    for (const line of ready) {
      if (running.size >= limit) return;
      ready.delete(line);
      const task = waiting.get(line)?.shift();
      if (task) start(line, task);
    }
  }

  function start(line: string, task: () => Promise<void>): void {
    const run = task().finally(() => {
      running.delete(run);
      // To the end of the row: a citizen who writes a hundred messages doesn't hold up the others.
      if (waiting.get(line)?.length) ready.add(line);
      else waiting.delete(line);
      next();
    });
    running.add(run);
  }

  return {
    enter(line, task) {
      const queue = waiting.get(line);
      if (queue) queue.push(task);
      else {
        waiting.set(line, [task]);
        ready.add(line);
      }
      next();
    },
    close() {
      for (const queue of waiting.values()) queue.length = 0;
      ready.clear();
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
