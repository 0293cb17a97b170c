import type { Account, Intent, Service } from '../language/vocabulary.ts';

/** What a language model made of a masked message: labels of ours, and nothing of its own. */
export interface ModelReading {
  intent: Intent;
  service?: Service;
  account?: Account;
}

export interface ModelAnswer {
  /** Null: it refused, or what it said is none of our labels. */
  reading: ModelReading | null;
  /** What the call has cost, as the server counts; 0 where it does not say. */
  tokens: { prompt: number; completion: number };
}

/** Asks a model once. Rejects for whatever goes wrong at the server or on the way. */
export type AskModel = (masked: string, signal: AbortSignal) => Promise<ModelAnswer>;
