import { UpstreamError } from './errors.ts';

/** Longer than a healthy database takes: who waits behind a run that is held up goes past it. */
const PATIENCE_MS = 20;
const MOST_AT_ONCE = 64;

/**
 * Asks many questions as one. What is asked while a run is under way goes together in the next, so that under
 * load many small errands become few, and alone nobody waits.
 *
 * @param ask gives an answer for each question, in their order. Fails it for a reason of its own, then each
 *   question is asked by itself: none suffers from another
 */
export function inBatches<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Asked<Question, Answer>[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting.splice(0, MOST_AT_ONCE);
    running++;
    void answerAll(batch, ask).then(() => {
      running--;
      if (waiting.length > 0) send();
    });
    if (waiting.length > 0) timer = setTimeout(send, PATIENCE_MS);
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (running === 0) send();
      else timer ??= setTimeout(send, PATIENCE_MS);
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
