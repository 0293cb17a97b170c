import { type Joining, numberAt } from './number-words.ts';
import type { Word } from './words.ts';

/** Numbers said one after the other, as an identifier is read out: «سه یازده دویست و چهل و پنج هفت». */
export interface NumberRun {
  numbers: number[];
  /** A word for the dash stood between them: «سه خط تیره یازده …». */
  dashed: boolean;
  /** Whether at least one of them was written out. */
  inWords: boolean;
  /** Index of its first word and of the first word behind it. */
  from: number;
  to: number;
}

const FEWEST = 3;
const DASHES = new Set([
  'خط',
  'تیره',
  'خطتیره',
  'دش',
  'منها',
  'اسلش',
  'ممیز',
  'dash',
  'slash',
  'khat',
  'tire',
]);

export function numberRuns(words: readonly Word[], joining: Joining = 'plain'): NumberRun[] {
  const runs: NumberRun[] = [];
  for (let i = 0; i < words.length; ) {
    const run = runAt(words, i, joining);
    if (run && run.numbers.length >= FEWEST) runs.push(run);
    i = run ? run.to : i + 1;
  }
  return runs;
}

function runAt(words: readonly Word[], from: number, joining: Joining): NumberRun | null {
  const run: NumberRun = { numbers: [], dashed: false, inWords: false, from, to: from };
  for (let next = from; ; ) {
    const number = numberAt(words, next, joining);
    if (!number || number.ordinal) break;
    run.numbers.push(number.value);
    run.inWords ||= !/^\d/.test(words[next]?.key ?? '');
    run.to = number.next;
    next = number.next;
    while (DASHES.has(words[next]?.key ?? '')) {
      run.dashed = true;
      next++;
    }
  }
  return run.numbers.length > 0 ? run : null;
}
