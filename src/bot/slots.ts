/** Places for work of which only so much may run at once. */
export interface Slots {
  /** Takes a place if one is free now. */
  tryTake(): boolean;
  /** Waits for a place; false when the signal came first. */
  take(signal: AbortSignal): Promise<boolean>;
  free(): void;
}

export function createSlots(count: number): Slots {
  const waiting = new Set<() => void>();
  let taken = 0;

  const tryTake = () => {
    if (taken >= count) return false;
    taken++;
    return true;
  };
  return {
    tryTake,
    take(signal) {
      if (signal.aborted) return Promise.resolve(false);
      if (tryTake()) return Promise.resolve(true);
      return new Promise((resolve) => {
        const leave = (isTaken: boolean) => {
          waiting.delete(admit);
          signal.removeEventListener('abort', refuse);
          resolve(isTaken);
        };
        const admit = () => leave(true);
        const refuse = () => leave(false);
        waiting.add(admit);
        signal.addEventListener('abort', refuse);
      });
    },
    free() {
      // Handed on, so that nobody who comes later slips in between.
      const [next] = waiting;
      if (next) next();
      else taken--;
    },
  };
}
