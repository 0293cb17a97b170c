import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { Job } from '../../src/jobs/job.ts';
import { type Jobs, runJobs } from '../../src/jobs/run-jobs.ts';
import type { JobTables } from '../../src/jobs/tables.ts';
import { testDatabases } from '../helpers/database.ts';
import { eventually } from '../helpers/eventually.ts';

const SELDOM_MS = 3_600_000;

describe.each(testDatabases())('jobs on $name', ({ open }) => {
  let database: Database<JobTables>;
  let started: Jobs[];
  let failures: unknown[];
  let runs: string[];

  beforeAll(async () => {
    database = await open<JobTables>();
  });
  beforeEach(async () => {
    started = [];
    failures = [];
    runs = [];
    await sql`delete from bot.jobs`.execute(database.db);
    await sql`delete from bot.workers`.execute(database.db);
  });
  afterEach(() => Promise.all(started.map((jobs) => jobs.stop())));
  afterAll(() => database.close());

  async function lives(workerId: string, forHowLong = '1 hour'): Promise<void> {
    await sql`insert into bot.workers (id, alive_until) values (${workerId}, now() + ${forHowLong}::interval)
      on conflict (id) do update set alive_until = excluded.alive_until`.execute(database.db);
  }

  /** A worker that notes whenever it does one of its jobs. */
  async function worker(workerId: string, ...jobs: Job[]): Promise<Jobs> {
    await lives(workerId);
    const noted = jobs.map(({ run, ...job }) => ({
      ...job,
      run: (signal: AbortSignal) => {
        runs.push(`${workerId} ${job.name}`);
        return run(signal);
      },
    }));
    const running = runJobs({
      db: database.db,
      workerId,
      jobs: noted,
      onFailure: (job, error) => failures.push([job, error]),
    });
    started.push(running);
    return running;
  }

  const job = (run: Job['run'] = async () => {}, everyMs = SELDOM_MS): Job => ({
    name: 'retention',
    everyMs,
    run,
  });
  const untilStopped = (signal: AbortSignal) =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

  test('a job is done by one worker of several', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => worker(id, job())));
    await eventually(() => expect(runs).toHaveLength(1));
    // Each of them has looked by then.
    await Promise.all(started.map((jobs) => jobs.stop()));
    expect(runs).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  test('a job that is being done is not begun by another, however long it takes', async () => {
    const a = await worker('a', job(untilStopped, 1));
    await eventually(() => expect(runs).toEqual(['a retention']));
    const b = await worker('b', job(undefined, 1), { ...job(), name: 'other' });
    await eventually(() => expect(runs).toContain('b other'));
    expect(runs).not.toContain('b retention');
    await a.stop();
    b.soon('retention');
    await eventually(() => expect(runs).toContain('b retention'));
  });

  test('the job of a worker that died is done by another', async () => {
    await worker('dead', job(untilStopped));
    await eventually(() => expect(runs).toEqual(['dead retention']));
    await lives('dead', '-1 second');
    await sql`update bot.jobs set due_at = now()`.execute(database.db);
    await worker('b', job());
    await eventually(() => expect(runs).toEqual(['dead retention', 'b retention']));
  });

  test('a job in its worker’s own hands that nobody does there, since an answer of the database was lost, is done', async () => {
    await sql`insert into bot.jobs (name, worker, due_at) values ('retention', 'a', now())`.execute(
      database.db,
    );
    await worker('a', job());
    await eventually(() => expect(runs).toEqual(['a retention']));
  });

  test('a job that was called for while it was being done is done again', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const a = await worker(
      'a',
      job(() => promise),
    );
    await eventually(() => expect(runs).toHaveLength(1));
    a.soon('retention');
    await eventually(async () => {
      const { rows } = await sql<{ is_due: boolean }>`
        select due_at <= now() as is_due from bot.jobs`.execute(database.db);
      expect(rows[0]?.is_due).toBe(true);
    });
    resolve();
    await eventually(() => expect(runs).toHaveLength(2));
  });

  test('one job that hangs or fails keeps no other from being done, and is tried again', async () => {
    const broken = { ...job(() => Promise.reject(new Error('broken')), 1), name: 'broken' };
    const hanging = { ...job(untilStopped), name: 'hanging' };
    await worker('a', hanging, broken, job());
    await eventually(() => expect(runs).toContain('a retention'));
    await eventually(() => expect(runs.filter((run) => run === 'a broken').length).toBe(2));
    expect(failures[0]).toEqual(['broken', new Error('broken')]);
  });

  test('stop ends what is in hand and gives it back; nothing begins any more', async () => {
    const a = await worker('a', job(untilStopped, 1));
    await eventually(() => expect(runs).toHaveLength(1));
    await a.stop();
    const rows = await database.db.selectFrom('bot.jobs').select('worker').execute();
    expect(rows).toEqual([{ worker: null }]);
    expect(runs).toHaveLength(1);
  });

  test('stop does not wait for a job that never ends', async () => {
    const a = await worker(
      'a',
      job(() => new Promise(() => {})),
    );
    await eventually(() => expect(runs).toHaveLength(1));
    const began = performance.now();
    await a.stop();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
