import type { IsoDate } from '../../language/vocabulary.ts';
import type { PropertyLevel } from '../record-store.ts';
import type { CityFiles } from './city-files.ts';
import type { Lexicon } from './lexicon.ts';
import type { Random } from './random.ts';

/** What every part of the generator works with. */
export interface Making {
  files: CityFiles;
  lexicon: Lexicon;
  random: Random;
  /** The day the files were "exported": nothing is later. */
  asOf: IsoDate;
}

/** A generated property, as far as the other parts need to know it. */
export interface DemoProperty {
  code: string;
  level: PropertyLevel;
  /** National id of the first owner, who applies for things. */
  owner: string;
}
