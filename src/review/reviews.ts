import type { Kysely } from 'kysely';
import { type ReviewEntry, readReviewList, removeReviewed } from './review-list.ts';
import type { ReviewTables } from './tables.ts';

/** The list as the review command uses it, wherever the database is. */
export interface Reviews {
  list(): Promise<ReviewEntry[]>;
  /** Takes off the list what has been dealt with. */
  done(ids: readonly string[]): Promise<void>;
}

export function databaseReviews(db: Kysely<ReviewTables>): Reviews {
  return { list: () => readReviewList(db), done: (ids) => removeReviewed(db, ids) };
}
