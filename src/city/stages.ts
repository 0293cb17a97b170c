import { matchKey } from '../language/text.ts';
import type { ServiceProfile, Stage } from './city.ts';

/**
 * The stage a request's free text means, so that its usual duration can be told. Spelling and spacing
 * do not matter, and a text may say more than the title (`کنترل نقشه سازه` is `کنترل نقشه`).
 * Null for a stage the profile does not know: then nothing is promised.
 */
export function stageOf(profile: ServiceProfile, text: string): Stage | null {
  const asked = wordsOf(text);
  let best: Stage | null = null;
  let bestWords = 0;
  for (const stage of profile.stages) {
    const title = wordsOf(stage.title);
    if (title.join('') === asked.join('')) return stage;
    if (title.length > bestWords && title.every((word) => asked.includes(word))) {
      best = stage;
      bestWords = title.length;
    }
  }
  return best;
}

function wordsOf(text: string): string[] {
  // Single letters are the conjunction "and", or an initial: neither tells stages apart.
  return matchKey(text)
    .split(' ')
    .filter((word) => word.length > 1);
}
