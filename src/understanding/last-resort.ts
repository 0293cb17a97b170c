import type { Kysely } from 'kysely';
import type { Masked } from './mask.ts';
import type { AskModel, ModelAnswer, ModelReading } from './model.ts';
import { addCost, countCall, MODEL_LIMITS, type ModelLimits } from './model-limits.ts';
import type { ModelTables } from './tables.ts';

/** The second opinion on a message that the classifier cannot place. */
export interface LastResort {
  /** Null for whatever keeps it from an opinion: the answer is then what it would be without a model. */
  read(masked: Masked, who: { citizenId: string; now: Date }): Promise<ModelReading | null>;
}

/** For metrics: a closed set, and numbers. `unused`: the model answered, but with nothing to use. */
export interface ModelCall {
  outcome: 'read' | 'unused' | 'failed' | 'limit-reached' | 'left-alone';
  seconds: number;
  tokens: { prompt: number; completion: number };
}

export interface LastResortParts {
  db: Kysely<ModelTables>;
  ask: AskModel;
  breaker: { run<T>(work: () => Promise<T>): Promise<T | null> };
  limits?: ModelLimits;
  deadlineMs?: number;
  onCall?: (call: ModelCall) => void;
  /** Told why a call failed; what was asked is not in it. */
  onFailure?: (error: unknown) => void;
}

const DEADLINE_MS = 3_000;
/** Fewer words leave too much to the imagination. */
const FEWEST_TELLING = 2;
/** The same masked words have the same answer: a turn taken again, and what many ask, cost nothing more. */
const REMEMBERED = 500;
const NO_TOKENS = { prompt: 0, completion: 0 };

export function createLastResort(parts: LastResortParts): LastResort {
  const known = new Map<string, ModelReading>();
  return {
    async read({ text, telling }, who) {
      if (telling < FEWEST_TELLING) return null;
      const before = known.get(text);
      if (before) return before;
      const reading = await readOnce(parts, text, who);
      if (!reading) return null;
      known.set(text, reading);
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
      return reading;
    },
  };
}

async function readOnce(
  parts: LastResortParts,
  text: string,
  who: { citizenId: string; now: Date },
): Promise<ModelReading | null> {
  const { breaker, onCall, onFailure } = parts;
  const began = performance.now();
  const tell = (outcome: ModelCall['outcome'], tokens = NO_TOKENS) =>
    onCall?.({ outcome, seconds: (performance.now() - began) / 1_000, tokens });
  try {
    const called = await breaker.run(() => call(parts, text, who));
    if (called === null) tell('left-alone');
    else if (called === 'limit-reached') tell('limit-reached');
    else {
      tell(called.reading ? 'read' : 'unused', called.tokens);
      return called.reading;
    }
  } catch (error) {
    tell('failed');
    onFailure?.(error);
  }
  return null;
}

/** An answer of no use is no failure of the server's: a citizen's odd message must not shut the model off for all. */
async function call(
  { db, ask, limits = MODEL_LIMITS, deadlineMs = DEADLINE_MS }: LastResortParts,
  text: string,
  who: { citizenId: string; now: Date },
): Promise<ModelAnswer | 'limit-reached'> {
  if (!(await countCall(db, who, limits))) return 'limit-reached';
  let tokens = NO_TOKENS;
  let useless = true;
  try {
    const answer = await ask(text, AbortSignal.timeout(deadlineMs));
    tokens = answer.tokens;
    useless = answer.reading === null;
    return answer;
  } finally {
    await addCost(db, who.now, { useless, tokens });
  }
}
