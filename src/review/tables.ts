import type { Intent, IsoDate } from '../language/vocabulary.ts';

/** Why a message is on the list. */
export type ReviewReason = 'not-understood' | 'none-of-these' | 'not-that';

/** The table of `migrations/0021-review.sql`. */
export interface ReviewTables {
  'bot.review': {
    id: string;
    day: IsoDate;
    masked: string;
    reason: ReviewReason;
    guessed: Intent;
    confidence: number;
    chosen: Intent | null;
  };
}
