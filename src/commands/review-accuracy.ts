import { type Prepared, prepare } from '../understanding/classifier.ts';
import type { Trained } from '../understanding/classifier-cache.ts';
import { folds } from '../understanding/cross-validation.ts';
import type { Example } from '../understanding/intents.ts';
import { PATTERN_GROUP } from '../understanding/patterns.ts';
import { reader } from '../understanding/reader.ts';
import type { Understander } from '../understanding/understanding.ts';

/** Shares of messages; of none at all it is NaN. */
export interface Accuracy {
  messages: number;
  /** Whose best guess is right. */
  top1: number;
  /** Ours that are answered without asking. */
  answered: number;
  /** Direct answers that are right. */
  right: number;
}

export interface BeforeAndAfter {
  /** All examples of before, each understood by a classifier that never heard that kind of person. */
  examples: { before: Accuracy; after: Accuracy };
  /** The new ones; after: each by a classifier that was taught only others of them. */
  lessons: { before: Accuracy; after: Accuracy };
}

const FOLDS = 5;

/** What new examples do to the accuracy, by cross-validation over kinds of people: ten trainings. */
export function compareAccuracy(
  trained: Trained,
  prepared: readonly Prepared[],
  lessons: readonly Example[],
  now: Date,
): BeforeAndAfter {
  const { intents } = trained;
  const people = kindsOfPeople(prepared);
  const counts = () => ({ examples: createCount(now), lessons: createCount(now) });
  const [before, after] = [counts(), counts()];
  for (const { understander, tests } of folds(prepared, intents, FOLDS)) {
    for (const { example } of tests) before.examples.add(understander, example);
  }
  // A new example counts as said by one kind of person or another, so that some folds are not taught it.
  const taught = prepare(
    lessons.map((lesson, i) => ({ ...lesson, group: people[i % people.length] ?? lesson.group })),
  );
  const isNew = new Set(taught);
  for (const { understander, tests } of folds([...prepared, ...taught], intents, FOLDS)) {
    for (const test of tests) {
      (isNew.has(test) ? after.lessons : after.examples).add(understander, test.example);
    }
  }
  const untaught = reader(trained);
  for (const lesson of lessons) before.lessons.add(untaught, lesson);
  return {
    examples: { before: before.examples.share(), after: after.examples.share() },
    lessons: { before: before.lessons.share(), after: after.lessons.share() },
  };
}

function kindsOfPeople(prepared: readonly Prepared[]): string[] {
  const ours = prepared.filter(
    ({ example: { intent, group } }) => intent !== 'none' && group !== PATTERN_GROUP,
  );
  return [...new Set(ours.map(({ example }) => example.group))];
}

function createCount(now: Date) {
  const count = { messages: 0, top1: 0, ours: 0, oursAnswered: 0, answered: 0, right: 0 };
  return {
    add(understander: Understander, { text, intent }: Example): void {
      const understood = understander.understand(text, { now });
      const isRight = understood.intent === intent;
      const isAnswered = understood.decision === 'answer';
      count.messages++;
      if (isRight) count.top1++;
      if (intent !== 'none') count.ours++;
      if (intent !== 'none' && isAnswered) count.oursAnswered++;
      if (isAnswered) count.answered++;
      if (isAnswered && isRight) count.right++;
    },
    share: (): Accuracy => ({
      messages: count.messages,
      top1: count.top1 / count.messages,
      answered: count.oursAnswered / count.ours,
      right: count.right / count.answered,
    }),
  };
}
