import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reviewsOfRunningProcess } from '../../src/review/ask-running-process.ts';
import type { ReviewEntry } from '../../src/review/review-list.ts';
import type { Reviews } from '../../src/review/reviews.ts';
import { serveReviews } from '../../src/review/serve-reviews.ts';

const ENTRY: ReviewEntry = {
  ...{ id: 'a', masked: 'بدهی ‹word›', reason: 'not-that', guessed: 'debt' },
  ...{ confidence: 0.5, chosen: null },
} as ReviewEntry;

describe('the review list of a running bot', () => {
  let folder: string;
  let done: string[];
  const reviews: Reviews = {
    list: async () => [ENTRY],
    done: async (ids) => void done.push(...ids),
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pasokh-review-'));
    done = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read and cleared over a socket that only the same user can open', async () => {
    const service = await serveReviews(folder, reviews);
    try {
      expect(statSync(join(folder, 'review.sock')).mode & 0o777).toBe(0o600);
      const running = await reviewsOfRunningProcess(folder);
      expect(await running?.list()).toEqual([ENTRY]);
      await running?.done(['a', 'b']);
      expect(done).toEqual(['a', 'b']);
    } finally {
      await service.close();
    }
  });

  it('is nobody’s when no bot runs, or a killed one left its socket', async () => {
    expect(await reviewsOfRunningProcess(folder)).toBeNull();
    await (await serveReviews(folder, reviews)).close();
    expect(await reviewsOfRunningProcess(folder)).toBeNull();
    writeFileSync(join(folder, 'review.sock'), '');
    expect(await reviewsOfRunningProcess(folder)).toBeNull();
  });

  it('that cannot be read is said to be so, and opens nothing else', async () => {
    const service = await serveReviews(folder, {
      ...reviews,
      list: async () => {
        throw new Error('database down');
      },
    });
    try {
      await expect(reviewsOfRunningProcess(folder)).rejects.toThrow(/running bot/);
    } finally {
      await service.close();
    }
  });
});
