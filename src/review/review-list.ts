import { type Kysely, sql } from 'kysely';
import { addDays, tehranDate } from '../language/jalali.ts';
import type { Intent } from '../language/vocabulary.ts';
import type { ReviewReason, ReviewTables } from './tables.ts';

/** A message that was not understood, masked, and what became of it. */
export interface ReviewNote {
  masked: string;
  reason: ReviewReason;
  guessed: Intent;
  confidence: number;
}

export interface ReviewEntry extends ReviewNote {
  id: string;
  chosen: Intent | null;
}

const KEPT_DAYS = 90;
/** What people can look through; nobody can fill the database with it. */
const MOST_ENTRIES = 5_000;
const MOST_A_DAY = 500;

/** Puts a message on the list, unless the list is full. */
export async function noteForReview(
  tx: Kysely<ReviewTables>,
  { id, now, note }: { id: string; now: Date; note: ReviewNote },
): Promise<void> {
  const day = tehranDate(now);
  const { masked, reason, guessed, confidence } = note;
  await sql`
    insert into bot.review (id, day, masked, reason, guessed, confidence)
    select ${id}, ${day}::date, ${masked}, ${reason}, ${guessed}, ${confidence}::real
    where (select count(*) from bot.review) < ${MOST_ENTRIES}
      and (select count(*) from bot.review where day = ${day}::date) < ${MOST_A_DAY}`.execute(tx);
}

/** What the citizen pressed right after it: the first press counts. */
export async function noteChoice(
  tx: Kysely<ReviewTables>,
  { id, chosen }: { id: string; chosen: Intent },
): Promise<void> {
  await tx
    .updateTable('bot.review')
    .set({ chosen })
    .where('id', '=', id)
    .where('chosen', 'is', null)
    .execute();
}

export async function readReviewList(db: Kysely<ReviewTables>): Promise<ReviewEntry[]> {
  return db
    .selectFrom('bot.review')
    .select(['id', 'masked', 'reason', 'guessed', 'confidence', 'chosen'])
    .orderBy('day')
    .orderBy('id')
    .execute();
}

export async function removeReviewed(db: Kysely<ReviewTables>, ids: readonly string[]) {
  if (ids.length > 0)
    await db
      .deleteFrom('bot.review')
      .where('id', 'in', [...ids])
      .execute();
}

export async function forgetOldReviews(db: Kysely<ReviewTables>, now: Date): Promise<void> {
  const before = addDays(tehranDate(now), -KEPT_DAYS);
  await db.deleteFrom('bot.review').where('day', '<', before).execute();
}
