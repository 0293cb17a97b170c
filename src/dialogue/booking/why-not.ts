import type { DayVerdict } from '../../inspections/day-verdict.ts';
import type { IsoDate } from '../../language/vocabulary.ts';
import { type Sentence, say } from '../../wording/sentence.ts';

/** Why the day a citizen asked for can't be had, said in one sentence. */
export function whyNot(verdict: DayVerdict, day: IsoDate, lead: number): Sentence[] {
  switch (verdict.kind) {
    case 'past':
      return [say('booking-day-past', { day })];
    case 'too-soon':
      return [say('booking-day-too-soon', { day, lead })];
    case 'closed':
      return verdict.holiday
        ? [say('booking-day-closed', { day, reason: verdict.holiday })]
        : [say('booking-day-closed-weekly', { day })];
    case 'beyond-horizon':
      return [say('booking-day-beyond', { day })];
    case 'full':
      return [say('booking-day-full', { day })];
    case 'free':
    case 'not-then':
    case 'no-inspectors':
      return [];
    default:
      return verdict satisfies never;
  }
}
