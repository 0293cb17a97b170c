import MiniSearch from 'minisearch';
import { matchKey, tidy } from '../../src/language/text.ts';
import type { Intent } from '../../src/language/vocabulary.ts';
import type { MakeMatcher } from './matcher.ts';

export const miniSearchMatcher: MakeMatcher = (examples) => {
  const index = new MiniSearch<{ id: number; key: string; intent: Intent }>({
    fields: ['key'],
    storeFields: ['intent'],
    searchOptions: { fuzzy: 0.2, prefix: true },
  });
  index.addAll(examples.map(({ text, intent }, id) => ({ id, key: matchKey(text), intent })));
  return {
    name: 'MiniSearch (fuzzy, prefix)',
    mostMessages: 400,
    guess: (text) => (index.search(matchKey(tidy(text)))[0]?.intent as Intent) ?? 'none',
  };
};
