import { type Kysely, sql } from 'kysely';
import type { Job } from './job.ts';
import type { JobTables } from './tables.ts';

/** Makes the jobs known. A job that is new is due at once. */
export async function registerJobs(db: Kysely<JobTables>, jobs: readonly Job[]): Promise<void> {
  await db
    .insertInto('bot.jobs')
    .values(jobs.map(({ name }) => ({ name, worker: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes the jobs that are due and in nobody's hands, or in those of a worker that is dead; a row's lock decides
 * between rivals. Their next time is set now, so that a job called for meanwhile is done again. What is in our own hands
 * without being done was taken or put back over a connection that broke before the answer.
 *
 * @param jobs those that are not being done here
 * @returns their names
 */
export async function takeDueJobs(
  db: Kysely<JobTables>,
  jobs: readonly Job[],
  workerId: string,
): Promise<string[]> {
  const known = sql.join(
    jobs.map(({ name, everyMs }) => sql`(${name}::text, ${everyMs / 1_000}::float8)`),
  );
  const { rows } = await sql<{ name: string }>`
    with due as (
      select job.name, known.seconds
      from bot.jobs job join (values ${known}) as known (name, seconds) on known.name = job.name
      where due_at <= clock_timestamp() and not exists (
        select from bot.workers w
        where w.id = job.worker and w.id <> ${workerId} and w.alive_until > clock_timestamp()
      )
      for update of job skip locked
    )
    update bot.jobs set worker = ${workerId}, due_at = clock_timestamp() + make_interval(secs => seconds)
    from due where bot.jobs.name = due.name
    returning bot.jobs.name`.execute(db);
  return rows.map(({ name }) => name);
}

/** It is done, or given up until its next time. */
export async function putBackJob(
  db: Kysely<JobTables>,
  name: string,
  workerId: string,
): Promise<void> {
  await db
    .updateTable('bot.jobs')
    .set({ worker: null })
    .where('name', '=', name)
    .where('worker', '=', workerId)
    .execute();
}

/** Makes a job due now, also while it is being done. */
export async function callForJob(db: Kysely<JobTables>, name: string): Promise<void> {
  await db.updateTable('bot.jobs').set({ due_at: sql`now()` }).where('name', '=', name).execute();
}
