import { pause } from './pause.ts';

/** One of this process's own tickets in a line. */
export interface LocalPlace {
  line: string;
  ticket: string;
  /** Ends its sleep. */
  call: AbortController;
}

/**
 * This process's own tickets, line by line, in order. Only the first of a line looks who is ahead of it in the
 * database; the others follow it.
 */
export interface LocalLines {
  enter(line: string, ticket: string): LocalPlace;
  /** Somebody here still goes by this ticket. */
  isHeld(line: string, ticket: string): boolean;
  /** Wakes the one behind. */
  exit(place: LocalPlace): void;
  /** Until our own ticket before this one has left, or for `ms` if only others' are before it: they don't tell. */
  sleep(place: LocalPlace, ms: number, signal: AbortSignal): Promise<void>;
  /** Work of one line one after the other: on their way to the database tickets must not overtake each other. */
  inOrder<T>(line: string, work: () => Promise<T>): Promise<T>;
}

/** Longer than any turn may take; the ticket before tells when it has left. */
const LONG_MS = 60_000;

export function createLocalLines(): LocalLines {
  const places = new Map<string, LocalPlace[]>();
  const working = new Map<string, Promise<unknown>>();
  return {
    enter(line, ticket) {
      const place = { line, ticket, call: new AbortController() };
      const before = places.get(line);
      if (before) before.push(place);
      else places.set(line, [place]);
      return place;
    },

    isHeld: (line, ticket) => places.get(line)?.some((one) => one.ticket === ticket) ?? false,

    exit(place) {
      const all = places.get(place.line) ?? [];
      all.splice(all.indexOf(place), 1);
      if (all.length === 0) places.delete(place.line);
      all[0]?.call.abort();
    },

    async sleep(place, ms, signal) {
      const isNext = places.get(place.line)?.[0] === place;
      place.call = new AbortController();
      await pause(isNext ? ms : LONG_MS, AbortSignal.any([signal, place.call.signal]));
    },

    async inOrder(line, work) {
      const turn = (working.get(line) ?? Promise.resolve()).then(work);
      working.set(line, turn);
      try {
        return await turn;
      } finally {
        if (working.get(line) === turn) working.delete(line);
      }
    },
  };
}
