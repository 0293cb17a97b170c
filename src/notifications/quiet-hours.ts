import { tehranTime } from '../language/jalali.ts';
import type { TimeOfDay } from '../language/vocabulary.ts';

/** When nobody is disturbed: from one time of day until another, over midnight or not. Equal times: never. */
export interface QuietHours {
  from: TimeOfDay;
  until: TimeOfDay;
}

export function isQuiet({ from, until }: QuietHours, now: Date): boolean {
  const time = tehranTime(now);
  return from <= until ? from <= time && time < until : time >= from || time < until;
}
