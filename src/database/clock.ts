import { type Kysely, sql } from 'kysely';

const ASKED_EVERY_MS = 60_000;

/** The time by the database's clock. */
export interface Clock {
  now(): Date;
  stop(): void;
}

/**
 * One clock for all processes on a database, however wrong their machines' are: else one that is early would give
 * away places that others still keep. Asked now and then; in between the machine's own clock goes on from there.
 *
 * @param own the machine's clock
 */
export async function databaseClock<Schema>(
  db: Kysely<Schema>,
  own: () => Date = () => new Date(),
): Promise<Clock> {
  let ahead = 0;

  async function ask(): Promise<void> {
    const asked = own().getTime();
    const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
    // It was read half-way between question and answer, as far as anyone can tell.
    ahead = rows[0]!.now.getTime() - (asked + own().getTime()) / 2;
  }

  await ask();
  // Without a database nothing is judged; with it the next answer sets things right.
  const timer = setInterval(() => void ask().catch(() => {}), ASKED_EVERY_MS).unref();
  return {
    now: () => new Date(own().getTime() + ahead),
    stop: () => clearInterval(timer),
  };
}
