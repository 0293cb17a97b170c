import { matchKey } from '../language/text.ts';

const ONE = '(?:(?:یک|یه|1|a|one|ye|yek) ?)?';
const SPANS: readonly [RegExp, number][] = [
  [span(`${ONE}(?:روز|روزه|ruz|rooz|day)`), 1],
  [span(`${ONE}(?:هفته|هفت روز|7 روز|hafte|week)`), 7],
  [span(`${ONE}(?:ماه|ماهه|30 روز|mah|month)`), 30],
  [span('(?:سه|3|se|three) ?(?:ماه|ماهه|mah|months?)'), 90],
];

/** A day, a week, a month or three months as a number of days; null for anything else. */
export function spanNamed(text: string): number | null {
  const key = matchKey(text);
  return SPANS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

function span(words: string): RegExp {
  return new RegExp(`^(?:(?:برای|تا|به مدت|for|baraye) )?${words}$`, 'u');
}
