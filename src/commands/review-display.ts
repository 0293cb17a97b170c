import type { Accuracy, BeforeAndAfter } from './review-accuracy.ts';

/** The accuracy before and after, as a person reads it. */
export function accuracyLines({ examples, lessons }: BeforeAndAfter): string[] {
  return [
    `On the ${examples.before.messages} examples of before, each kind of person unheard of in turn:`,
    `  before  ${figures(examples.before)}`,
    `  after   ${figures(examples.after)}`,
    `On the ${lessons.before.messages} new ones, each not taught itself:`,
    `  before  ${figures(lessons.before)}`,
    `  after   ${figures(lessons.after)}`,
  ];
}

function figures({ top1, answered, right }: Accuracy): string {
  return (
    `best guess right ${percent(top1)}, ours answered at once ${percent(answered)}, ` +
    `answers right ${percent(right)}`
  );
}

function percent(share: number): string {
  return Number.isNaN(share) ? 'none' : `${(100 * share).toFixed(1)} %`;
}
