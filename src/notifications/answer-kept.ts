import type { Kysely } from 'kysely';
import { type KeptQuestion, keptQuestions } from './kept-questions.ts';
import { pause } from './rounds.ts';
import type { NotificationTables } from './tables.ts';

export interface AnswerKeptParts {
  db: Kysely<NotificationTables>;
  /** Cheap: whether the sources answer at all. */
  sourcesAnswer(): Promise<boolean>;
  /** Takes the question's turn; whoever commits it has taken the question away. `not-yet`: it stays. */
  resume(question: KeptQuestion, expired: boolean): Promise<'done' | 'not-yet'>;
  now: () => Date;
}

const KEPT_MS = 24 * 3_600_000;
const QUESTIONS_AT_ONCE = 200;
/** The sources have just come back: they are not to be brought down again at once. */
const QUESTIONS_A_SECOND = 20;
/** So many in a row that found the sources down again leave the others to the next round. */
const MOST_FAILURES = 3;

/** Answers the questions that were asked while the sources were down; those older than a day get a kind end. */
export async function answerKept(parts: AnswerKeptParts, signal: AbortSignal): Promise<void> {
  const { db, now, resume, sourcesAnswer } = parts;
  const questions = await keptQuestions(db, QUESTIONS_AT_ONCE);
  const isOver = ({ askedAt }: KeptQuestion) => now().getTime() - askedAt.getTime() >= KEPT_MS;
  for (const question of questions.filter(isOver)) {
    if (signal.aborted) return;
    await resume(question, true);
    await pause(1_000 / QUESTIONS_A_SECOND, signal);
  }
  const waiting = questions.filter((question) => !isOver(question));
  if (waiting.length === 0 || !(await sourcesAnswer())) return;
  let failures = 0;
  for (const question of waiting) {
    if (signal.aborted || failures >= MOST_FAILURES) return;
    failures = (await resume(question, false)) === 'done' ? 0 : failures + 1;
    await pause(1_000 / QUESTIONS_A_SECOND, signal);
  }
}
