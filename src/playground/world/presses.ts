/** Telegram forgets a press that was not answered in time; its limit is not published, bots report about this. */
const ANSWER_WITHIN_MS = 60_000;

interface Press {
  chatId: number;
  at: number;
}

export interface Presses {
  /** Begins a press; returns its callback query id. */
  begin(chatId: number): string;
  /** Ends a press once; null when it is unknown, answered already or too old. */
  answer(queryId: string): { chatId: number } | null;
}

export function createPresses(elapsed: () => number): Presses {
  const open = new Map<string, Press>();
  return {
    begin(chatId) {
      const id = String(crypto.getRandomValues(new BigUint64Array(1))[0]);
      open.set(id, { chatId, at: elapsed() });
      return id;
    },
    answer(queryId) {
      const press = open.get(queryId);
      open.delete(queryId);
      return press && elapsed() - press.at <= ANSWER_WITHIN_MS ? press : null;
    },
  };
}
