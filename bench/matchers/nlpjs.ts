import { containerBootstrap } from '@nlpjs/core';
import { LangFa } from '@nlpjs/lang-fa';
import { NluNeural } from '@nlpjs/nlu';
import { matchKey, tidy } from '../../src/language/text.ts';
import type { Intent } from '../../src/language/vocabulary.ts';
import type { MakeMatcher } from './matcher.ts';

/** The neural classifier of nlp.js with its Persian package. */
export const nlpjsMatcher: MakeMatcher = async (examples) => {
  const container = await containerBootstrap();
  container.use(LangFa);
  const nlu = new NluNeural({ locale: 'fa', container, log: false });
  await nlu.train(examples.map(({ text, intent }) => ({ utterance: matchKey(text), intent })));
  return {
    name: 'nlp.js (Persian)',
    async guess(text) {
      const { classifications } = await nlu.process(matchKey(tidy(text)));
      return (classifications[0]?.intent as Intent | undefined) ?? 'none';
    },
  };
};
