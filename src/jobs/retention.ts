import type { Job } from './job.ts';

/** What has served its time, and how it is removed. */
export type Retention = Readonly<Record<string, (now: Date) => Promise<unknown>>>;

const EVERY_MS = 3_600_000;

/** Removes what has served its time. What can't be removed now keeps nothing else from being removed. */
export function retentionJob(
  retention: Retention,
  now: () => Date,
  onFailure: (what: string, error: unknown) => void,
): Job {
  return {
    name: 'retention',
    everyMs: EVERY_MS,
    async run(signal) {
      for (const [what, remove] of Object.entries(retention)) {
        if (signal.aborted) return;
        await remove(now()).catch((error) => onFailure(what, error));
      }
    },
  };
}
