import { complaintNamed } from '../../../understanding/complaint-words.ts';
import { tellingWords } from '../../../understanding/telling-words.ts';
import type { Understanding } from '../../../understanding/understanding.ts';

/** Fewer say nothing that staff could act on. */
const FEWEST_TELLING = 2;

/** Whether a message tells what has happened. «چی؟», a greeting, a curse or a row of signs does not. */
export function isStory({ text, decision }: Understanding): boolean {
  const telling = tellingWords(text);
  if (telling < FEWEST_TELLING) return false;
  return telling > FEWEST_TELLING || decision !== 'none' || complaintNamed(text) !== null;
}

/** Whether it could at least add something, like «پلاک ۱۲», to what was told before. */
export function addsToStory({ text }: Understanding): boolean {
  return tellingWords(text) > 0;
}
