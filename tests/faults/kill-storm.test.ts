import { expect, test } from 'vitest';
import { createPostgresDatabase } from '../helpers/database.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { runStorm } from './storm.ts';

/** Messages on their way at once, see `sender.ts`: a kill repeats no more than these. */
const SENDS_AT_ONCE = 30;

// The long one, 200 kills over 10,000 bookings, is `npm run storm`.
test.each([
  { intake: 'polling', redis: false },
  { intake: 'webhook', redis: true },
] as const)(
  'by $intake: whoever books while processes are killed gets one visit, one code, and no half promise',
  async ({ intake, redis }) => {
    const fresh = await createPostgresDatabase();
    const kills = 4;
    try {
      const where = { databaseUrl: fresh.url, ...(redis && { redisUrl: testRedisUrl() }) };
      const report = await runStorm({ intake, kills, citizens: 150, ...where });
      expect(report).toMatchObject({
        ...{ kills, unanswered: 0, lost: 0, doubled: 0, apologies: [], setAside: 0, unsent: 0 },
        exitCodes: report.exitCodes.map(() => 0),
      });
      expect(report.repeated).toBeLessThanOrEqual(kills * SENDS_AT_ONCE);
    } finally {
      await fresh.drop();
    }
  },
  120_000,
);
