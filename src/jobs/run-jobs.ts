import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { callForJob, putBackJob, registerJobs, takeDueJobs } from './due-jobs.ts';
import type { Job } from './job.ts';
import type { JobTables } from './tables.ts';

export interface Jobs {
  /** Does not wait for the job's next time. */
  soon(name: string): void;
  /** No job begins any more; those in hand have a moment to end. */
  stop(): Promise<void>;
}

export interface JobsParts {
  db: Kysely<JobTables>;
  /** This process among the others; `bot.workers` says which of them live. */
  workerId: string;
  jobs: readonly Job[];
  /** A job that fails is left to its next time. `job` is null when none could be taken. */
  onFailure(job: string | null, error: unknown): void;
}

const LOOK_EVERY_MS = 1_000;
/** A database that is down is not asked more often. */
const AFTER_FAILURE_MS = 5_000;
/** A job that hangs must not keep the process. */
const STOPPING_MAY_TAKE_MS = 1_000;

/** Does jobs as they fall due: each in one process of the fleet at a time, different ones side by side. */
export function runJobs({ db, workerId, jobs, onFailure }: JobsParts): Jobs {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  let called = new AbortController();

  async function run(name: string): Promise<void> {
    const job = jobs.find((one) => one.name === name);
    await job?.run(stopping.signal).catch((error) => onFailure(name, error));
    // Left in our hands it would wait until we are dead.
    await putBackJob(db, name, workerId).catch((error) => onFailure(name, error));
    running.delete(name);
  }

  async function look(): Promise<void> {
    const free = jobs.filter(({ name }) => !running.has(name));
    if (free.length === 0) return;
    for (const name of await takeDueJobs(db, free, workerId)) running.set(name, run(name));
  }

  async function lookOn(): Promise<void> {
    let isRegistered = false;
    while (!stopping.signal.aborted) {
      let pauseMs = LOOK_EVERY_MS;
      try {
        if (!isRegistered) await registerJobs(db, jobs);
        isRegistered = true;
        await look();
      } catch (error) {
        onFailure(null, error);
        pauseMs = AFTER_FAILURE_MS;
      }
      await wait(pauseMs, undefined, { signal: called.signal }).catch(() => {});
      called = new AbortController();
    }
  }

  const looking = lookOn();
  return {
    soon(name) {
      callForJob(db, name).then(
        () => called.abort(),
        (error) => onFailure(name, error),
      );
    },
    async stop() {
      stopping.abort();
      called.abort();
      const patience = new AbortController();
      const ended = looking.then(() => Promise.all(running.values()));
      const { signal } = patience;
      await Promise.race([
        ended,
        wait(STOPPING_MAY_TAKE_MS, undefined, { signal }).catch(() => {}),
      ]);
      patience.abort();
    },
  };
}
