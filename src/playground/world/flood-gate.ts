import { Refusal } from '../bot-api/refusal.ts';

/** Telegram asks for one message a second in one chat and lets short bursts pass. */
const BURST = 30;
const PER_SECOND = 1;

export interface FloodGate {
  /** Counts one message to a chat; refuses with 429 and the seconds to wait when there were too many. */
  pass(chatId: number): void;
}

export function createFloodGate(elapsed: () => number): FloodGate {
  const buckets = new Map<number, { level: number; at: number }>();
  return {
    pass(chatId) {
      const at = elapsed();
      const bucket = buckets.get(chatId) ?? { level: 0, at };
      const level = Math.max(0, bucket.level - ((at - bucket.at) / 1000) * PER_SECOND);
      if (level + 1 > BURST) {
        const wait = Math.ceil((level + 1 - BURST) / PER_SECOND);
        throw new Refusal(429, `Too Many Requests: retry after ${wait}`, wait);
      }
      buckets.set(chatId, { level: level + 1, at });
    },
  };
}
