import type { KeyedHash, RenovationCode } from '../language/vocabulary.ts';

/** The party on record in whose name access was given. */
export interface Giver {
  nationalIdHash: KeyedHash;
  mobileHash: KeyedHash;
}

/** One property that a link lets a representative see; whether its giver still may, the records decide. */
export interface Grant {
  id: string;
  code: RenovationCode;
  giver: Giver;
  until: Date;
}

/** For how many days access may be given: a day, a week, a month, three months. */
export const GRANT_DAYS = [1, 7, 30, 90] as const;
export type GrantDays = (typeof GRANT_DAYS)[number];

/** How long a link waits to be opened. */
export const LINK_HOURS = 24;
/** Links and representatives of one owner at a time, over all properties: as many as one message shows. */
export const MOST_GRANTS = 5;
