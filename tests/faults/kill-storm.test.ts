import { expect, test } from 'vitest';
import { createPostgresDatabase } from '../helpers/database.ts';
import { testRedisUrl } from '../helpers/redis.ts';
import { runStorm, SENDS_AT_ONCE } from './storm.ts';

const CITIZENS = 60;
const kills = 2;

// The long one, 200 kills over 10,000 bookings, is `npm run storm`.
test.each([
  { intake: 'polling', redis: false, signal: 'SIGKILL' },
  { intake: 'webhook', redis: true, signal: 'SIGKILL' },
  { intake: 'webhook', redis: false, signal: 'SIGTERM' },
] as const)(
  'by $intake: whoever books while processes end by $signal gets one visit, one code, and no half promise',
  async ({ intake, redis, signal }) => {
    const fresh = await createPostgresDatabase();
    try {
      const where = { databaseUrl: fresh.url, ...(redis && { redisUrl: testRedisUrl() }) };
      const report = await runStorm({ intake, kills, signal, citizens: CITIZENS, ...where });
      expect(report).toMatchObject({
        ...{ kills, unanswered: 0, lost: 0, doubled: 0, apologies: [], setAside: 0, unsent: 0 },
        exitCodes: report.exitCodes.map(() => 0),
      });
      const mayRepeat = signal === 'SIGKILL' ? kills * SENDS_AT_ONCE : 0;
      expect(report.repeated).toBeLessThanOrEqual(mayRepeat);
    } finally {
      await fresh.drop();
    }
  },
  300_000,
);
