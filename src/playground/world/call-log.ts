/** One call of the Bot API, for tests and for whoever wonders what the bot did. */
export interface Call {
  id: number;
  method: string;
  parameters: Record<string, unknown>;
  outcome: { ok: true } | { ok: false; code: number; description: string };
}

export interface CallLog {
  add(call: Omit<Call, 'id'>): void;
  all(): Call[];
}

const KEPT = 2000;

/** Remembers the latest calls; answered `getUpdates` are left out, there is one every few seconds. */
export function createCallLog(): CallLog {
  const calls: Call[] = [];
  let lastId = 0;
  return {
    add(call) {
      if (call.method === 'getUpdates' && call.outcome.ok) return;
      lastId += 1;
      calls.push({ ...call, id: lastId });
      if (calls.length > KEPT) calls.shift();
    },
    all: () => [...calls],
  };
}
