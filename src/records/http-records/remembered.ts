/** What was heard lately, for as long as it may stand in for an answer that does not come. */
export interface Remembered {
  /** Null when it is as old as that, or was never heard. */
  get<Value>(path: string, youngerThanMs: number): Value | null;
  set(path: string, value: unknown): void;
  forget(path: string): void;
}

/** @param most how many answers are kept; the one heard longest ago makes room */
export function createRemembered(most: number, clock: () => number): Remembered {
  const heard = new Map<string, { value: unknown; at: number }>();
  return {
    get<Value>(path: string, youngerThanMs: number) {
      const found = heard.get(path);
      return found && clock() - found.at < youngerThanMs ? (found.value as Value) : null;
    },
    forget: (path) => void heard.delete(path),
    set(path, value) {
      heard.delete(path);
      heard.set(path, { value, at: clock() });
      if (heard.size > most) heard.delete(heard.keys().next().value!);
    },
  };
}
