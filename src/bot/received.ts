/**
 * Which updates have been received and which are done with. Telegram forgets everything below the
 * offset it is asked with, so the offset never passes an update that is not done with.
 */
export function createReceived() {
  const unfinished = new Set<number>();
  const finished = new Set<number>();
  let highest: number | undefined;

  return {
    /** False for an update that was received before and has come again. */
    take(id: number): boolean {
      if (unfinished.has(id) || finished.has(id)) return false;
      unfinished.add(id);
      highest = Math.max(highest ?? id, id);
      return true;
    },
    finish(id: number): void {
      unfinished.delete(id);
      finished.add(id);
    },
    /** What to ask Telegram with next; undefined before the first update. */
    offset(): number | undefined {
      if (highest === undefined) return undefined;
      const offset = Math.min(highest + 1, ...unfinished);
      for (const id of finished) if (id < offset) finished.delete(id);
      return offset;
    },
    get inHand(): number {
      return unfinished.size;
    },
  };
}
