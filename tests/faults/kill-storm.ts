import { startPostgres } from '../helpers/private-postgres.ts';
import { runStorm } from './storm.ts';

/** The long storm: `npm run storm -- [kills] [citizens] [polling|webhook]`. Exit status 1 when a promise is broken. */
const [kills = 200, citizens = 10_000] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
let isSound = true;

for (const intake of ['polling', 'webhook'] as const) {
  if (only && only !== intake) continue;
  const postgres = await startPostgres();
  try {
    const report = await runStorm({
      ...{ intake, kills, citizens, databaseUrl: postgres.url },
      onProgress: (booked, killed) => console.error(`${killed} kills, ${booked} bookings`),
    });
    console.log(JSON.stringify(report, null, 2));
    isSound &&= report.unanswered + report.lost + report.doubled === 0;
  } finally {
    await postgres.stop();
  }
}
process.exit(isSound ? 0 : 1);
