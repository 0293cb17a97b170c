import { startPostgres } from '../helpers/private-postgres.ts';
import { startRedis } from '../helpers/private-redis.ts';
import { isSound, runStorm } from './storm.ts';

/**
 * The long storm: `npm run storm -- [kills] [citizens] [polling|webhook]`. By webhook the fleet has Redis beside
 * PostgreSQL, as a real one has. What the processes log goes to standard error. SIGTERM ends it early, with a report.
 * Exit status 1 when a promise is broken.
 */
const [kills = 200, citizens = 10_000] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
const began = performance.now();
const enough = new AbortController();
process.once('SIGTERM', () => enough.abort());
let isEverySound = true;

for (const intake of ['polling', 'webhook'] as const) {
  if (only && only !== intake) continue;
  const stores = new AsyncDisposableStack();
  try {
    const postgres = await startPostgres();
    stores.defer(() => postgres.stop());
    const redis = intake === 'webhook' ? await startRedis() : null;
    stores.defer(async () => redis?.stop());
    const report = await runStorm({
      ...{ intake, kills, citizens, databaseUrl: postgres.url },
      ...(redis && { redisUrl: redis.url }),
      onProgress(booked, killed) {
        const seconds = Math.round((performance.now() - began) / 1_000);
        console.error(`${seconds} s: ${killed} kills, ${booked} bookings`);
      },
      enough: enough.signal,
      onLog: (lines) => process.stderr.write(lines),
    });
    const { apologies, ...rest } = report;
    console.log(JSON.stringify({ ...rest, askedToComeAgain: apologies.length }, null, 2));
    isEverySound &&= isSound(report);
  } finally {
    await stores.disposeAsync();
  }
}
process.exit(isEverySound ? 0 : 1);
