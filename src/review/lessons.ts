import { SetupError } from '../errors.ts';
import { matchKey } from '../language/text.ts';
import type { Intent } from '../language/vocabulary.ts';
import type { Example } from '../understanding/intents.ts';
import { hasPlaceholder } from '../understanding/masking/placeholders.ts';
import type { WorkLine } from './worksheet.ts';

/** The group of examples that came from the review list. */
const REVIEWED = 'reviewed';

export interface Lessons {
  /** To be written into `intents/`. */
  examples: Example[];
  /** Dealt with, so they leave the list. */
  ids: string[];
}

/**
 * What the decided lines teach. A line that already is an example of its intent only leaves the list. Throws
 * `SetupError` for lines that cannot be examples.
 *
 * @param known all examples there are
 */
export function lessonsOf(decided: readonly WorkLine[], known: readonly Example[]): Lessons {
  const intents = new Map<string, Intent>(
    known.map(({ text, intent }) => [matchKey(text), intent]),
  );
  const lessons: Lessons = { examples: [], ids: [] };
  for (const { text, teach, service, account, authority, ids } of decided) {
    if (!teach) continue;
    lessons.ids.push(...ids);
    if (teach === 'drop') continue;
    if (hasPlaceholder(text))
      throw new SetupError(`«${text}»: write words in place of the marks ‹…›`);
    const key = matchKey(text);
    const other = intents.get(key);
    if (other && other !== teach) {
      throw new SetupError(`«${text}» is an example of ${other} already; it cannot teach ${teach}`);
    }
    if (other) continue;
    intents.set(key, teach);
    const slots = {
      ...(service && { service }),
      ...(account && { account }),
      ...(authority && { authority }),
    };
    lessons.examples.push({ text, ...slots, intent: teach, group: REVIEWED });
  }
  return lessons;
}
