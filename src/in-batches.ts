import { UpstreamError } from './errors.ts';

/** Longer than a healthy database takes: who waits behind a run that is held up goes past it. */
const PATIENCE_MS = 20;
const MOST_AT_ONCE = 64;

/**
 * Asks many questions as one: those of one round of the event loop go together, and those that are asked while a
 * run is under way in the next. So under load many small errands become few, and alone nobody waits.
 *
 * @param ask gives an answer for each question, in their order. Where it fails for a reason of its own, each
 *   question is asked by itself: none suffers from another
 */
export function inBatches<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Asked<Question, Answer>[] = [];
  let running = 0;
  let atRoundsEnd: NodeJS.Immediate | undefined;
  let patience: NodeJS.Timeout | undefined;

  function schedule(): void {
    if (waiting.length === 0) return;
    if (running === 0) atRoundsEnd ??= setImmediate(send);
    else patience ??= setTimeout(send, PATIENCE_MS);
  }

  function send(): void {
    clearImmediate(atRoundsEnd);
    clearTimeout(patience);
    atRoundsEnd = undefined;
    patience = undefined;
    const batch = waiting.splice(0, MOST_AT_ONCE);
    running++;
    void answerAll(batch, ask).then(() => {
      running--;
      schedule();
    });
    schedule();
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      schedule();
    });
}

interface Asked<Question, Answer> {
  question: Question;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

async function answerAll<Question, Answer>(
  batch: readonly Asked<Question, Answer>[],
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await ask(batch.map(({ question }) => question));
    for (const [i, { resolve }] of batch.entries()) resolve(answers[i] as Answer);
  } catch (error) {
    // A system that is down is down for all.
    if (batch.length === 1 || error instanceof UpstreamError) {
      for (const { reject } of batch) reject(error);
    } else {
      await Promise.all(batch.map((one) => answerAll([one], ask)));
    }
  }
}
