import type { IsoDate } from '../language/vocabulary.ts';

/** What is kept of one citizen, as far as it can be told: the records are the municipality's own affair. */
export interface Kept {
  /** The newest first. */
  mobiles: { masked: string; provenOn: IsoDate }[];
  /** When a national id was last given; itself it is never kept. */
  nationalIdGivenOn: IsoDate | null;
  /** Wrong codes and national ids still count against guessing. */
  misses: boolean;
  /** When it was agreed that voice notes go to the speech server. */
  voiceAgreedOn: IsoDate | null;
  openVisits: number;
  /** Properties of which the citizen is told. */
  subscribedProperties: number;
  complaints: number;
  /** Accesses to a property given to others or received from them. */
  grants: number;
  /** Staff have been written to. */
  staffMessages: boolean;
  /** How often a language model was asked today, which counts against the limit of the day. */
  modelAsked: boolean;
}
