import Fuse from 'fuse.js';
import { matchKey, tidy } from '../../src/language/text.ts';
import type { MakeMatcher } from './matcher.ts';

/** Token search, the best of Fuse's ways for whole sentences. */
export const fuseMatcher: MakeMatcher = (examples) => {
  const keyed = examples.map(({ text, intent }) => ({ key: matchKey(text), intent }));
  const fuse = new Fuse(keyed, {
    keys: ['key'],
    threshold: 0.2,
    ignoreLocation: true,
    useTokenSearch: true,
  });
  return {
    name: 'Fuse.js (token search)',
    mostMessages: 60,
    guess: (text) => fuse.search(matchKey(tidy(text)), { limit: 1 })[0]?.item.intent ?? 'none',
  };
};
