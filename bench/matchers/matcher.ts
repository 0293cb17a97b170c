import type { Intent } from '../../src/language/vocabulary.ts';

export interface LabelledLine {
  text: string;
  intent: Intent;
}

/** Something that guesses the intent of a message after having read examples. */
export interface Matcher {
  name: string;
  /** It is asked no more messages than this: some take a tenth of a second each. */
  mostMessages?: number;
  guess(text: string): Intent | Promise<Intent>;
}

/** Reads the examples; the time it takes is the time of training. */
export type MakeMatcher = (examples: readonly LabelledLine[]) => Matcher | Promise<Matcher>;
