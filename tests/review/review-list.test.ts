import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import {
  forgetOldReviews,
  noteChoice,
  noteForReview,
  type ReviewNote,
  readReviewList,
  removeReviewed,
} from '../../src/review/review-list.ts';
import type { ReviewTables } from '../../src/review/tables.ts';
import type { Tables } from '../../src/tables.ts';
import { testDatabases } from '../helpers/database.ts';

const NOW = new Date('2026-11-21T06:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
const NOTE: ReviewNote = {
  masked: 'بدهی ‹word›',
  reason: 'not-understood',
  guessed: 'debt',
  confidence: 0.4,
};

describe.each(testDatabases())('the review list on $name', ({ open }) => {
  let database: Database<Tables>;
  let db: Kysely<ReviewTables>;
  beforeAll(async () => {
    database = await open<Tables>();
    db = database.db as unknown as Kysely<ReviewTables>;
  });
  afterAll(() => database?.close());
  beforeEach(() => db.deleteFrom('bot.review').execute());

  it('has nothing in a row that tells who wrote it, and no time but the day', async () => {
    await noteForReview(db, { id: 'a', now: NOW, note: NOTE });
    const { rows } = await sql<Record<string, unknown>>`select * from bot.review`.execute(
      database.db,
    );
    expect(Object.keys(rows[0]!).sort()).toEqual([
      ...['chosen', 'confidence', 'day', 'guessed', 'id', 'masked', 'reason'],
    ]);
  });

  it('keeps the first choice, and gives out what it keeps', async () => {
    await noteForReview(db, { id: 'a', now: NOW, note: NOTE });
    await noteChoice(db, { id: 'a', chosen: 'payment' });
    await noteChoice(db, { id: 'a', chosen: 'offices' });
    const [entry] = await readReviewList(db);
    expect(entry).toMatchObject({
      id: 'a',
      masked: NOTE.masked,
      guessed: 'debt',
      chosen: 'payment',
    });
    expect(entry?.confidence).toBeCloseTo(0.4);
  });

  it('takes no more than 500 a day and 5,000 in all', async () => {
    const fill = (count: number, day: string) =>
      sql`insert into bot.review (id, day, masked, reason, guessed, confidence)
        select ${day} || n, ${day}::date, 'x', 'not-that', 'debt', 0.5
        from generate_series(1, ${count}::int) n`.execute(database.db);
    const count = async () => (await readReviewList(db)).length;
    await fill(500, '2026-11-21');
    await noteForReview(db, { id: 'a', now: NOW, note: NOTE });
    expect(await count()).toBe(500);
    await noteForReview(db, { id: 'a', now: later(1), note: NOTE });
    expect(await count()).toBe(501);
    await fill(4_499, '2026-11-01');
    await noteForReview(db, { id: 'b', now: later(1), note: NOTE });
    expect(await count()).toBe(5_000);
  });

  it('forgets what is older than ninety days, and what was dealt with', async () => {
    await noteForReview(db, { id: 'a', now: NOW, note: NOTE });
    await noteForReview(db, { id: 'b', now: later(60), note: NOTE });
    await forgetOldReviews(db, later(90));
    expect(await readReviewList(db)).toHaveLength(2);
    await forgetOldReviews(db, later(91));
    expect((await readReviewList(db)).map(({ id }) => id)).toEqual(['b']);
    await removeReviewed(db, ['b']);
    expect(await readReviewList(db)).toEqual([]);
  });
});
