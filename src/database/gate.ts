import { UpstreamError } from '../errors.ts';

/** Lets one caller in at a time, in order of arrival, and turns away whoever has waited too long. */
export interface Gate {
  enter(limitMs: number): Promise<void>;
  leave(): void;
}

interface Waiting {
  until: number;
  admit(): void;
  refuse(): void;
}

export function createGate(): Gate {
  let taken = false;
  const queue = new Set<Waiting>();

  function admitNext(): void {
    for (const waiting of queue) {
      queue.delete(waiting);
      // A long statement blocks the event loop, timers too: the clock decides, not the timer.
      if (performance.now() <= waiting.until) {
        waiting.admit();
        return;
      }
      waiting.refuse();
    }
    taken = false;
  }

  return {
    enter(limitMs) {
      if (!taken) {
        taken = true;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const refuse = () => {
          clearTimeout(timer);
          queue.delete(waiting);
          reject(new UpstreamError(`The database was busy for ${limitMs} ms`));
        };
        const timer = setTimeout(refuse, limitMs);
        const waiting: Waiting = {
          until: performance.now() + limitMs,
          refuse,
          admit() {
            clearTimeout(timer);
            resolve();
          },
        };
        queue.add(waiting);
      });
    },
    leave: admitNext,
  };
}
