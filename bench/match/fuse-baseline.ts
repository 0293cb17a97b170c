import Fuse from 'fuse.js';
import { matchKey, tidy } from '../../src/language/text.ts';
import type { Intent } from '../../src/language/vocabulary.ts';
import type { Prepared } from '../../src/understanding/classifier.ts';
import type { Labelled } from './measure.ts';

/** Fuse takes up to a tenth of a second a message: some examples and some messages tell enough. */
const EXAMPLES = 800;
const MESSAGES = 60;

/** The intent of the example that Fuse's token search finds nearest: what one would do without a classifier. */
export function fuseBaseline(
  prepared: readonly Prepared[],
  messages: readonly Labelled[],
): { examples: number; messages: number; top1: number; p50: number } {
  const examples = spread(prepared, EXAMPLES).map(({ example }) => ({
    key: matchKey(example.text),
    intent: example.intent,
  }));
  const options = { keys: ['key'], threshold: 0.2, ignoreLocation: true, useTokenSearch: true };
  const fuse = new Fuse<{ key: string; intent: Intent }>(examples, options);
  const asked = spread(messages, MESSAGES);
  const durations: number[] = [];
  let right = 0;
  for (const { text, intent } of asked) {
    const start = performance.now();
    const guess = fuse.search(matchKey(tidy(text)), { limit: 1 })[0]?.item.intent ?? 'none';
    durations.push(performance.now() - start);
    if (guess === intent) right++;
  }
  const p50 = durations.sort((a, b) => a - b)[Math.floor(durations.length / 2)] ?? Number.NaN;
  return { examples: examples.length, messages: asked.length, top1: right / asked.length, p50 };
}

function spread<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => i % step === 0).slice(0, count);
}
